/** Cuts a text at these marks (the inside of a character class); a piece keeps the marks behind it. */
export function cutAt(marks: string): (text: string) => readonly string[] {
  const piece = new RegExp(`[^${marks}]+[${marks}]*`, 'gu')
  return (text) => text.match(piece) ?? []
}
