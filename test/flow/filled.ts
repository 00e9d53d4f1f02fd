// The product's database with the small knowledge published, filled once per engine.
import type { TestProject } from 'vitest/node'
import type { Templates } from '../database.ts'
import { makeTemplates } from '../templates.ts'
import { start } from './start.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    filled: Templates
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { templates, remove } = await makeTemplates(project, async (store) => {
    // A first start, which publishes.
    const app = await start(store, {}, [])
    await app.stop()
  })
  project.provide('filled', templates)
  return remove
}
