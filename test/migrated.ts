// The product's schema, migrated once per engine.
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/postgres/migrate.ts'
import type { Templates } from './database.ts'
import { makeTemplates } from './templates.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    migrated: Templates
  }
}

const MIGRATIONS = path.join(import.meta.dirname, '../migrations')

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { templates, remove } = await makeTemplates(project, async ({ db, close }) => {
    await migrate(db, MIGRATIONS)
    await close()
  })
  project.provide('migrated', templates)
  return remove
}
