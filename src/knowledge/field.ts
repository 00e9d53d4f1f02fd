/** The part of an item's record that a question asks for. */
export const FIELDS = [
  'overview',
  'conditions',
  'materials',
  'process',
  'time_limit',
  'fee',
  'channel',
  'department',
  'legal_basis',
  'result',
] as const
export type Field = (typeof FIELDS)[number]
