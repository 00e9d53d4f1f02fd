// The texts as they are shipped: what is said is what tests look at.
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { repliesSchema } from '../../src/files/knowledge-schemas.ts'
import type { Replies } from '../../src/knowledge/reply.ts'

const FILE = path.resolve(import.meta.dirname, '../../knowledge/replies.yaml')

export const shippedReplies = (): Replies =>
  repliesSchema.parse(parse(fs.readFileSync(FILE, 'utf8')))
