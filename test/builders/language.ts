import type { Language } from '../../src/retrieval/ports.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The runtime's own segmenter; no dictionary, no conversion but one traditional character. */
export const plainLanguage: Language = {
  simplify: (text) => text.replaceAll('記', '记').replaceAll('設', '设'),
  words: (text) =>
    [...segmenter.segment(text)].filter((one) => one.isWordLike).map((one) => one.segment),
  syllable: (character) => ({ 设: 'she', 社: 'she', 立: 'li', 力: 'li' })[character] ?? '',
}
