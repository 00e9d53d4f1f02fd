// Every string of a message is data. Here it is made harmless for Lark's three kinds of text.

// Lark's markdown reads these anywhere in a line; an entity shows the character itself.
const MARKUP = /[&<>*_~`[\]\\|$]/g
// And these at the start of a line: headings, lists, quotes, rules, numbered lists.
const LINE_START = /^([^\S\n]*)([#+\-=]|\d+(?=[.)]))/gm

/** For a `markdown` element: shown exactly as written, line breaks kept, no mention, no image. */
export function escapeMarkdown(text: string): string {
  return plainCharacters(text)
    .replace(MARKUP, entity)
    .replace(LINE_START, (_, blanks: string, mark: string) =>
      /\d/.test(mark) ? `${blanks}${mark}&#8203;` : `${blanks}${entity(mark)}`,
    )
}

/** For a `text` message: the only markup there is the mention, `<at user_id="…">`. */
export function escapeText(text: string): string {
  return plainCharacters(text).replace(/<(?=[\s/]*at\b)/gi, '＜')
}

/** For the text a field is prefilled with: as it is, at most `lengthMax` UTF-16 units. */
export function prefill(text: string, lengthMax: number): string {
  return cut(plainCharacters(text), lengthMax)
}

/** For a `plain_text` element: one line, at most `lengthMax` UTF-16 units. */
export function oneLine(text: string, lengthMax: number): string {
  return cut(plainCharacters(text).replace(/\s+/g, ' ').trim(), lengthMax)
}

/** At most `lengthMax` UTF-16 units, with an ellipsis in the last place; never half a character. */
export function cut(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text
  return `${text.slice(0, Math.max(0, lengthMax - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function entity(char: string): string {
  return `&#${char.charCodeAt(0)};`
}

// Control characters and lone surrogates make Lark refuse the whole request; bidirectional
// overrides let a text show other than it reads.
function plainCharacters(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '')
}
