// Whether the same is asked once more: people who have not read it yet, or have lost it, ask again in the
// same words, and want the same again. Pure.
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { isCommon, meaningsIn } from './faq/faq-meanings.ts'

type Asked = Readonly<{ question: string | null; before: string | null }>

/** What asks for nothing but the same again. */
const AGAIN =
  /(?:再|重新|麻烦|请|帮我|给我|说|讲|发|问|看|来)*(?:一遍|一次|一下)|再(?:说|讲|发|问|看)/gu

/** `before` is what was asked just before about the item; the question says nothing besides. */
export function isAskedAgain(
  { name, aliases }: Pick<ServiceItem, 'name' | 'aliases'>,
  { question, before }: Asked,
): boolean {
  if (question === null || before === null) return false
  const known = meaningsIn([before, name, ...aliases].join('，'))
  return [...meaningsIn(question.replace(AGAIN, ' '))].every(
    (token) => known.has(token) || isCommon(token),
  )
}
