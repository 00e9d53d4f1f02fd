/** Text in which width and case make no difference, for comparing what people write. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
