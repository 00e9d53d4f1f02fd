// Lark's limits on a card, and how much of a message each step of shortening keeps.

/** Documented: 30 KB. What we allow ourselves, in bytes of UTF-8. */
export const CARD_BYTES_MAX = 28 * 1024
/** Documented: 200; 180 were seen to pass and 200 to fail. */
const ELEMENTS_MAX = 180
export const BUTTON_LABEL_MAX = 100
export const PLACEHOLDER_MAX = 100
export const INPUT_LENGTH_MAX = 1000
export const CARD_TITLE_MAX = 100
export const SUMMARY_MAX = 80

/**
 * `text` bounds one markdown element and `label` a button, option or label, in characters;
 * `elements` bounds the card and `options` a select.
 */
export type CardBudget = Readonly<{
  text: number
  label: number
  elements: number
  options: number
}>

/** Tried from the first on until the card fits. */
export const BUDGETS: readonly CardBudget[] = [
  { text: 8000, label: 100, elements: ELEMENTS_MAX, options: 100 },
  { text: 2000, label: 100, elements: ELEMENTS_MAX, options: 100 },
  { text: 600, label: 60, elements: 120, options: 60 },
  { text: 200, label: 40, elements: 60, options: 30 },
  { text: 80, label: 20, elements: 24, options: 10 },
]
