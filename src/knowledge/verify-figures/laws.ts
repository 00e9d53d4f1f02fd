// Laws and articles named in a text. The record must name the same article of the same law.
import { digitsOf, numberAt } from './numerals.ts'

const NUMBER = '[\\d零〇一二两三四五六七八九十百千]+'
const ARTICLE = `第${NUMBER}(?:条之[一二三四五]|条|款|项|章|节)`
const TITLED = /《([^《》]+)》/gu
const QUOTED = new RegExp(
  `《([^《》]+)》((?:(?:第?${NUMBER}号|\\([^()]*\\)|的|中|修正|修订)*(?:${ARTICLE})*[、,和及与至]?)*)`,
  'gu',
)
const ARTICLES = new RegExp(ARTICLE, 'gu')
const BARE = new RegExp(`([\\p{Unified_Ideograph}]{0,12})((?:${ARTICLE}[、和及与至]?)+)`, 'gu')
const NAMED = /([\p{Unified_Ideograph}]{2})(条例|细则|管理办法|实施办法|暂行办法)/gu
const STATE = '中华人民共和国'

type LawsNamed = Readonly<{
  titles: readonly string[]
  /** `title#article`; the title is empty when the text gives the article alone. */
  articles: readonly string[]
}>

/** The laws and articles of a `comparable` text. */
function lawsOf(text: string): LawsNamed {
  const titles = [...text.matchAll(TITLED)].map((found) => titleOf(found[1]!))
  const quoted = [...text.matchAll(QUOTED)].flatMap(([, title, tail]) =>
    articlesIn(tail!).map((article) => `${titleOf(title!)}#${article}`),
  )
  const rest = text.replaceAll(QUOTED, '《》')
  const bare = [...rest.matchAll(BARE)].flatMap(([, before, articles]) =>
    articlesIn(articles!).map((article) => `${unquotedTitle(before!)}#${article}`),
  )
  return { titles, articles: [...quoted, ...bare] }
}

const CITED = `(?:《[^《》]*》[、和及与]?(?:${ARTICLE}[、和及与至]?)*)+`
const IN_FRONT = new RegExp(`^(?:根据|依据|按照|依照|按)?(${CITED})的?(?:规定|要求)?[,:]?`, 'u')
const BEHIND = new RegExp(`[,;]?(?:其|法律)?(?:依据|根据)(?:是|为)?(${CITED})$`, 'u')
const IN_BRACKETS = new RegExp(`[(〔](${CITED})[)〕]$`, 'u')

/** The law with which a sentence begins or ends, and the sentence without it. */
export function basisOf(text: string): readonly Readonly<{ basis: string; rest: string }>[] {
  return [IN_FRONT, BEHIND, IN_BRACKETS].flatMap((place) => {
    const basis = place.exec(text)?.[1]
    return basis === undefined ? [] : [{ basis, rest: text.replace(place, '') }]
  })
}

/** What `draft` names that `record` does not. */
export function unknownLaws(draft: string, record: string): readonly string[] {
  const named = lawsOf(draft)
  const known = lawsOf(record)
  const titles = named.titles.filter((title) => !knowsTitle(known, record, title))
  const articles = named.articles.filter((pair) => !knowsArticle(known, pair))
  const loose = [...draft.replaceAll(TITLED, '').matchAll(NAMED)]
    .map(([found]) => found)
    .filter((found) => !record.includes(found) && !/^[本该此上前述]/u.test(found))
  return [...titles.map((title) => `《${title}》`), ...articles, ...loose]
}

function knowsTitle(known: LawsNamed, record: string, title: string): boolean {
  // A book title that is no law, such as 《公司章程》, is known when the record writes it.
  return known.titles.includes(title) || record.includes(`《${title}》`)
}

function knowsArticle(known: LawsNamed, pair: string): boolean {
  const [title, article] = pair.split('#') as [string, string]
  return known.articles.some((other) => {
    const [otherTitle, otherArticle] = other.split('#') as [string, string]
    if (otherArticle !== article) return false
    return title === '' || otherTitle === title || (title !== '*' && otherTitle.endsWith(title))
  })
}

const articlesIn = (text: string) =>
  [...text.matchAll(ARTICLES)].map(([article]) => {
    const inner = article.slice(1)
    const number = numberAt(inner)
    return number === null ? digitsOf(inner) : `${number.value}${inner.slice(number.length)}`
  })

const titleOf = (title: string) =>
  title
    .replaceAll(/[“”"'「」]/gu, '')
    .replace(STATE, '')
    .replace(/\([^)]*\)$/u, '')

/** The law before a bare article: its last words, or '*' when it cannot be told from prose. */
function unquotedTitle(before: string): string {
  const found = /([\p{Unified_Ideograph}]*?)(?:法|条例|办法|规定|细则|决定|意见|通知|公告)$/u.exec(
    before,
  )
  if (found === null) return ''
  if (/^[本该此]?(?:法|条例|办法|规定|细则)$/u.test(found[0])) return ''
  return found[0].replace(/^.*?(?:根据|依据|按照|依照|按|照|依|即|是|为|见|和|与)/u, '')
}
