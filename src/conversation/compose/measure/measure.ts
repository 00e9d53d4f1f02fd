// What a sum or a time that somebody asks for is told by.

export type Measure = Readonly<{
  of: 'money' | 'time'
  /** As the question that a sentence of the record answers. */
  label: string
  /** How people ask for it, within one clause. */
  asks: RegExp
  /** What is said about it. */
  says: RegExp
  /** What makes an answer of that; by default a figure or who sets it. */
  figure?: RegExp
  /** Said where nothing in the record answers; by default that the department publishes it. */
  unsaid?: string
  /** The names of the items that it is asked of; by default it is of any. */
  ofItems?: RegExp
}>

/** One row of a table that holds measures of one kind only. */
export type MeasureRow = Omit<Measure, 'of'>

export const pattern = (source: string) => new RegExp(source, 'u')
