import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { uncoveredSchema } from '../../src/files/knowledge-schemas.ts'
import type { UncoveredMatter } from '../../src/knowledge/uncovered.ts'

/** The matters that are shipped. */
export const shippedUncovered = (): readonly UncoveredMatter[] =>
  z.array(uncoveredSchema).parse(parse(readFileSync('knowledge/uncovered.yaml', 'utf8')))

export const anUncoveredMatter = (overrides: Partial<UncoveredMatter> = {}): UncoveredMatter => ({
  key: 'kite',
  name: '放风筝',
  says: ['风筝 许可|审批', 'kite permit'],
  except: ['生产'],
  upTo: null,
  unlessSure: false,
  reply: '事项库没有放风筝的事项。',
  source: null,
  department: null,
  hotlines: ['citizen'],
  item: null,
  ...overrides,
})
