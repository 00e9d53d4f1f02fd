// One normal form for everything that is compared: knowledge at publish and questions at run time.
import type { Language } from './ports.ts'

// Zero-width, direction and variation marks, the soft hyphen, and other control characters.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu
const SPACES = /[^\S\n]+/gu
const CONTROL = /(?!\n)\p{Cc}/gu

/** NFKC, lower case, simplified characters, no invisible marks, single spaces. Keeps punctuation. */
export function normalize(text: string, language: Pick<Language, 'simplify'>): string {
  const plain = text
    .normalize('NFKC')
    .replace(CONTROL, ' ')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .toLowerCase()
  return language.simplify(plain).trim()
}
