// One thing that is wrong with the knowledge base, said so that an editor finds and mends it.
export type Finding = Readonly<{
  /** The item's code, or the file. */
  where: string
  /** The rule's stable name. */
  rule: string
  detail: string
  /** The key of the item's file that it is about, where one can be named. */
  field?: string
}>
