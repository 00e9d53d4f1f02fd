// The forms in which a draft and the record are compared, and what a draft may be written with.

export type Sentence = Readonly<{
  /** As it would be shown, citations removed. */
  shown: string
  /** For comparison: one form of width, case and space. */
  text: string
  cites: readonly number[]
}>

const CITATION = /\[(\d{1,2})\]/g
const MISPLACED = /[^。！？!?\]\s]\s*(?:\[\d{1,2}\]\s*)+(?=[^\s[。！？；，、!?;,])/u
const SENTENCE = /[^。！？!?\n]*[。！？!?\n]?(?:\s*\[\d{1,2}\])*/gu

/** Traditional and formal characters that would otherwise hide a number or a unit. */
const VARIANTS: Readonly<Record<string, string>> = {
  兩: '两',
  個: '个',
  萬: '万',
  億: '亿',
  點: '点',
  週: '周',
  號: '号',
  條: '条',
  時: '时',
  鐘: '钟',
  錢: '钱',
  塊: '块',
  費: '费',
  圓: '元',
  圆: '元',
  幾: '几',
  雙: '双',
  倆: '俩',
  壹: '一',
  贰: '二',
  貳: '二',
  弍: '二',
  叁: '三',
  叄: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}

/** Full width, case, spacing and formal characters made one. */
export function comparable(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()]
    .filter((character) => character === '\n' || !/\s/u.test(character))
    .map((character) => VARIANTS[character] ?? character)
    .join('')
}

/** Han, plain Latin letters and digits, and the punctuation of Chinese prose. */
const WRITABLE =
  /^[\p{Unified_Ideograph}〇a-zA-Z0-9０-９Ａ-Ｚａ-ｚ\s。，、；：？！“”‘’「」『』（）《》〈〉〔〕【】×≥≤—…·～￥％．,.;:?!()[\]/%\-~"'+@#&=_*¥]*$/u
const HIDDEN = /[\p{Cf}\p{Co}\p{Cn}\p{M}]/u

/**
 * Characters that make a text read otherwise than it compares: letters of other scripts that look
 * like ours, circled and Roman numerals, radicals, invisible and direction marks.
 */
export function unwritable(text: string): readonly string[] {
  const bad = [...text].filter((character) => HIDDEN.test(character) || !WRITABLE.test(character))
  return [...new Set(bad)].map((character) => `U+${character.codePointAt(0)?.toString(16)}`)
}

/** Nothing, or what may still become a citation of the sentence before it. */
const OPEN_END = /^\s*(?:\[\d{0,2})?$/u

/**
 * The whole sentences at the beginning of a draft that is still being written: nothing that comes
 * can change them or what they cite. Null when a citation stands inside a phrase already.
 */
export function settledPart(begun: string): string | null {
  if (MISPLACED.test(begun)) return null
  let settled = 0
  for (const { 0: raw, index } of begun.matchAll(SENTENCE)) {
    const end = index + raw.length
    if (OPEN_END.test(begun.slice(end))) break
    settled = end
  }
  return begun.slice(0, settled)
}

/** A draft as sentences with the chunks each cites; null when a citation stands inside a phrase. */
export function sentencesOf(draft: string): readonly Sentence[] | null {
  if (MISPLACED.test(draft)) return null
  return [...draft.matchAll(SENTENCE)]
    .map(([raw]) => {
      const shown = raw.replaceAll(CITATION, '').trim()
      const cites = [...raw.matchAll(CITATION)].map((found) => Number(found[1]))
      return { shown, text: comparable(shown), cites }
    })
    .filter(({ text, cites }) => /[\p{L}\p{N}]/u.test(text) || cites.length > 0)
}
