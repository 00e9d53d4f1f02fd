// Strips what surrounds a message: markup and JSON shells, mentions, links, emoji, and endless
// repetition. What is left is what the person said.

const TEXT_MAX = 2_000
/** More than that is not looked at: what the patterns below cost grows faster than the text. */
const RAW_MAX = 4_000
const JSON_TEXT = /"(?:text|content|message|query|question|q)"\s*:\s*"((?:[^"\\]|\\.)*)"/gu

/** The bare text; the same text again when nothing surrounds it. */
export function cleanText(raw: string): string {
  const text = unrepeat(unmark(unwrapJson(shorten(raw, RAW_MAX).normalize('NFKC'))))
    .replace(/[ \t]+/gu, ' ')
    .trim()
  return shorten(text, TEXT_MAX)
}

/** What a question may be long; the web chat takes no more either. */
export const boundQuestion = (text: string): string => shorten(text, RAW_MAX)

/** The beginning and the end of what is too long: the question may well be in the last line. */
function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const half = Math.floor((max - GAP.length) / 2)
  return wellFormed(text.slice(0, half)) + GAP + wellFormed(text.slice(-half))
}

const GAP = '\n'

/** Without the half of a character that a cut has left at either end. */
const wellFormed = (text: string) =>
  text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '')

function unwrapJson(text: string): string {
  const trimmed = text.trim()
  if (!/^[[{]/u.test(trimmed)) return text
  const found = [...trimmed.matchAll(JSON_TEXT)].map((match) => match[1] ?? '')
  return found.length === 0 ? text : found.join('\n').replace(/\\n/gu, '\n').replace(/\\"/gu, '"')
}

const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/<at\b[^>]*>.*?<\/at>/giu, ' '],
  [/<(?:br|\/p|\/div|\/li)\s*\/?>/giu, '\n'],
  [/<\/?[a-z][^<>]{0,200}>/giu, ' '],
  [/&nbsp;/giu, ' '],
  [/&(?:amp|lt|gt|quot);/giu, ' '],
  [/!?\[([^\]]{0,200})\]\([^)]{0,500}\)/gu, '$1'],
  [/https?:\/\/\S+/giu, ' '],
  [/(?:^|\s)@[\p{L}\p{N}_-]{1,20}/gu, ' '],
  [/\[[\u4e00-\u9fffa-z]{1,4}\]/giu, ' '],
  [/^[ \t]*(?:#{1,6}|>+|[-*+]\s|\d+[.)]\s)[ \t]*/gmu, ''],
  [/^[ \t]*(?:[-=_—~*#][ \t]*){2,}$/gmu, ''],
  [/[*_`~|]{1,3}/gu, ' '],
  [/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu, ' '],
]

/** Lines that a mail or chat program adds: who wrote when, what was forwarded, from which phone. */
const ENVELOPE: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*(?:发自|来自|sent from|get outlook).{0,30}$/gimu, ''],
  [/^[ \t]*(?:转发|聊天记录|原始邮件|original message|fwd?|re)[: ]*$/gimu, ''],
  [/^[ \t]*(?:回复|引用|reply to)[^:\n]{0,20}:[ \t]*$/gimu, ''],
  [
    /^[ \t]*\p{L}{2,10}[ \t]+(?:\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?[ \t]+)?\d{1,2}:\d{2}(?::\d{2})?:?[ \t]*$/gmu,
    '',
  ],
  [/^\s*[「『“"【]([^「」『』“”"【】]*)[」』”"】]\s*$/u, '$1'],
]

const unmark = (text: string) =>
  [...MARKUP, ...ENVELOPE].reduce((rest, [pattern, by]) => rest.replace(pattern, by), text)

/** 「急急急急急」 becomes 「急急」, 「在吗在吗在吗」 「在吗」; the zeros of a number stay. */
function unrepeat(text: string): string {
  return text
    .replace(/([^\d\s])\1{2,}/gu, '$1$1')
    .replace(/(.{2,40}?)(?:[\s,，。!！]{0,4}\1){2,}/gsu, (whole, one) =>
      /^[\d\s.,]+$/u.test(one) ? whole : one,
    )
}
