// Strips what surrounds a message: markup and JSON shells, mentions, links, emoji, and endless
// repetition. What is left is what the person said.

const TEXT_MAX = 2_000
const JSON_TEXT = /"(?:text|content|message|query|question|q)"\s*:\s*"((?:[^"\\]|\\.)*)"/gu

/** The bare text; the same text again when nothing surrounds it. */
export function cleanText(raw: string): string {
  return unrepeat(unmark(unwrapJson(raw.normalize('NFKC'))))
    .replace(/[ \t]+/gu, ' ')
    .trim()
    .slice(0, TEXT_MAX)
}

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
  [/^\s*(?:#{1,6}|>+|[-*+]\s|\d+[.)]\s)\s*/gmu, ''],
  [/[*_`~|]{1,3}/gu, ' '],
  [/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu, ' '],
]

const unmark = (text: string) =>
  MARKUP.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text)

/** 「急急急急急」 becomes 「急急」, 「在吗在吗在吗」 「在吗」. */
function unrepeat(text: string): string {
  return text
    .replace(/([^\d\s])\1{2,}/gu, '$1$1')
    .replace(/(.{2,40}?)(?:[\s,，。!！]*\1){2,}/gsu, '$1')
}
