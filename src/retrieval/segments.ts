// A message in the pieces that pauses part.

/** Parted by marks, and by spaces beside Chinese characters. */
const ENDS = /(?<=[,，。.;；:：!！?？\n])|(?<=\p{Script=Han})(?= )|(?<= )(?=\p{Script=Han})/u

/** The pieces, with the marks behind them: joined they are the message again. */
export const segmentsOf = (normalized: string): readonly string[] => normalized.split(ENDS)

/** A piece without the marks behind it. */
export const bare = (segment: string): string =>
  segment.replace(/[,，、。.;；:：!！?？~～\s]+$/u, '').trim()
