import type { KnowledgeBase } from '../knowledge-base.ts'
import type { ServiceItem } from '../service-item.ts'
import type { Finding } from './finding.ts'

/** The same words without case, width, punctuation and spaces. */
export const squashed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** No question in two items; an alias in two only when each says how it differs from the other. */
export function checkClaims({ items }: KnowledgeBase): Finding[] {
  const questions = claimed(items, (item) => item.questions)
  const aliases = claimed(items, (item) => item.aliases)
  return [
    ...questions.map(
      ({ text, owners }): Finding => ({
        where: owners[0]!.code,
        rule: 'question_in_two_items',
        field: 'questions',
        detail: `「${text}」也在 ${codes(owners.slice(1))}`,
      }),
    ),
    ...aliases
      .filter(({ owners }) => !knowEachOther(owners))
      .map(
        ({ text, owners }): Finding => ({
          where: owners[0]!.code,
          rule: 'alias_in_two_items',
          field: 'aliases',
          detail: `「${text}」也在 ${codes(owners.slice(1))}，且双方没有互写 not_this`,
        }),
      ),
  ]
}

type Claim = Readonly<{ text: string; owners: readonly ServiceItem[] }>

const codes = (owners: readonly ServiceItem[]) => owners.map((item) => item.code).join('、')

function claimed(
  items: readonly ServiceItem[],
  textsOf: (item: ServiceItem) => readonly string[],
): Claim[] {
  const owners = new Map<string, Claim>()
  for (const item of items) {
    for (const text of textsOf(item)) {
      const key = squashed(text)
      const known = owners.get(key)
      if (known === undefined) owners.set(key, { text, owners: [item] })
      else if (!known.owners.includes(item)) {
        owners.set(key, { text, owners: [...known.owners, item] })
      }
    }
  }
  return [...owners.values()].filter((claim) => claim.owners.length > 1)
}

function knowEachOther(owners: readonly ServiceItem[]): boolean {
  return owners.every((item) =>
    owners.every((other) => other === item || item.notThis.some((row) => row.code === other.code)),
  )
}
