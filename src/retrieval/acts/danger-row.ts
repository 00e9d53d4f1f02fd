import type { DangerKind } from '../../knowledge/reply.ts'

/** What says that there is danger of one kind. */
export type DangerRow = Readonly<{
  kind: DangerKind
  says: readonly RegExp[]
  /** Heard whatever is asked besides. */
  always?: true
}>
