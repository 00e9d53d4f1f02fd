// A matter talked about before is taken up by its word: 「工伤那个，过了三十天怎么办」, 「上面说的那个抵押，要钱吗」.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { subjectOf } from '../../retrieval/own-subject.ts'

const LEAD = /^(?:那么?|嗯|哦|好的?|行|还是|回到|再(?:说|问)|我(?:是)?(?:问|说)的?是?|[,，\s])*/u
const BACK = '(?:刚才|前面|刚刚|上面|先头|开头|之前)(?:说|讲|问)?(?:的|过的)?'
const WORD = '[^,，。.;；!！?？\\s的那个]{2,8}?'
const FRAMES: readonly RegExp[] = [
  new RegExp(
    `^(?:${BACK})?(?<word>${WORD})(?:的)?那(?:个|件)(?:事)?(?:$|要|怎么|多少|几|能|可以|[,，。.;；:：!！?？\\s呢])`,
    'u',
  ),
  new RegExp(`^${BACK}那个(?<word>${WORD})(?=$|[,，。.;；:：!！?？\\s]|要|怎么|多少|几)`, 'u'),
]

/** The one item talked about that the word is part of the name of, when it is not the last. */
export function matterNamed(
  normalized: string,
  talkedAbout: readonly ServiceItem[],
): ItemCode | null {
  const said = normalized.replace(LEAD, '')
  const word = FRAMES.map((frame) => frame.exec(said)?.groups?.['word']).find(
    (found) => found !== undefined,
  )
  if (word === undefined || subjectOf(word).length < 2) return null
  const meant = talkedAbout.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.includes(word)),
  )
  return meant.length === 1 ? meant[0]!.code : null
}
