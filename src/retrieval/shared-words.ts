// What a message and an item's words have in common.

/** Forms of address, and what any talk may hold. */
const TALK =
  /小姑娘|小伙子|老师傅|师傅|老板娘?|阿姨|同志|领导|企业|公司|我们|单位|手续|事项|一起|一件事|怎么|什么|多少|可以|需要/gu
/** What stands in the names of many items, and tells none of them from another. */
const MANY = /登记|备案|到期|过期|许可|审批|核准|申请|申报|办理|变更|补贴|补助|贷款|服务|证书?/gu
const LATIN_MIN = 3
const PAIR = 2

/** The pairs of Han characters and the Latin words of a text. */
function wordsIn(text: string): ReadonlySet<string> {
  const pairs = (text.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + PAIR)),
  )
  const latin = (text.toLowerCase().match(/[a-z]+/gu) ?? []).filter(
    (word) => word.length >= LATIN_MIN,
  )
  return new Set([...pairs, ...latin])
}

const bare = (text: string): string => text.replace(TALK, ' ')

/** Whether any of an item's words has something of what was said. */
export function sharesWords(said: string, words: readonly string[]): boolean {
  const known = wordsIn(bare(said))
  return words.some((word) => [...wordsIn(bare(word))].some((one) => known.has(one)))
}

/** The same, of words that tell items from one another. */
export const sharesMatter = (said: string, words: readonly string[]): boolean =>
  sharesWords(
    said.replace(MANY, ' '),
    words.map((word) => word.replace(MANY, ' ')),
  )
