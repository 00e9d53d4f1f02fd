// Chinese language tools behind retrieval's `Language` port: word cutting (jieba with the
// knowledge base's own words, or the runtime's segmenter where the native binary does not load),
// traditional to simplified, and syllables for homophones.
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import type { Language } from '../retrieval/ports.ts'

type Cut = (text: string) => readonly string[]

/**
 * `words` are names the dictionary does not know (items, departments, certificates); they are
 * kept whole, and their parts are found as well.
 */
export async function makeLanguage(
  words: readonly string[],
  options: Readonly<{ segmenter?: 'jieba' | 'intl' }> = {},
): Promise<Language> {
  const convert = Converter({ from: 't', to: 'cn' })
  const cut = (options.segmenter === 'intl' ? null : await jiebaCut(words)) ?? intlCut()
  return { simplify: (text) => convert(text), words: cut, syllable: makeSyllable() }
}

async function jiebaCut(words: readonly string[]): Promise<Cut | null> {
  try {
    const { Jieba } = await import('@node-rs/jieba')
    const { dict } = await import('@node-rs/jieba/dict.js')
    const jieba = Jieba.withDict(dict)
    if (words.length > 0) jieba.loadDict(Buffer.from(userDictionary(words)))
    return (text) => jieba.cutForSearch(text, true).filter(isWord)
  } catch {
    // The binary is an optional dependency: without it the runtime's own segmenter serves
    // (measured: no loss with character n-grams beside the words).
    return null
  }
}

function intlCut(): Cut {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return (text) => {
    const found: string[] = []
    for (const { segment, isWordLike } of segmenter.segment(text)) {
      if (isWordLike === true) found.push(segment)
    }
    return found
  }
}

const isWord = (word: string) => /[\p{L}\p{N}]/u.test(word)

// jieba's line is `word frequency tag`; a high frequency makes the word win over its parts.
const WORD_FREQUENCY = 100_000

function userDictionary(words: readonly string[]): string {
  const usable = new Set(words.filter((word) => /^\p{Script=Han}{2,12}$/u.test(word)))
  return [...usable].map((word) => `${word} ${WORD_FREQUENCY} n`).join('\n')
}

function makeSyllable(): (character: string) => string {
  const known = new Map<string, string>()
  return (character) => {
    const before = known.get(character)
    if (before !== undefined) return before
    const sound = pinyin(character, { toneType: 'none', nonZh: 'removed', v: true })
    known.set(character, sound)
    return sound
  }
}
