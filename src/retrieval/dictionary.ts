// The words that the cutter should know beyond its own dictionary.
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'

/** Names of items, departments, districts and the glossary's words. */
export function dictionaryWords(base: KnowledgeBase): readonly string[] {
  return [
    ...base.items.flatMap((item) => [item.name, ...item.aliases]),
    ...base.departments.flatMap((row) => [row.name, ...row.aliases, ...row.former]),
    ...base.districts.flatMap((row) => [row.name, ...row.aliases]),
    ...base.glossary.synonyms.flat(),
  ]
}
