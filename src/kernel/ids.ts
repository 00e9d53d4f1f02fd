// Branded ids: a ticket's id cannot be passed where a conversation's is meant.

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type TicketId = Branded<'TicketId'>
export type ConversationId = Branded<'ConversationId'>
export type TurnId = Branded<'TurnId'>
export type ContactId = Branded<'ContactId'>
export type StaffId = Branded<'StaffId'>
/** The stable code of a service item, such as `QYKB-002`; never reused. */
export type ItemCode = Branded<'ItemCode'>

/** Marks a string that was read from our own store, or checked, as an id of the given kind. */
export function asId<Id extends string>(value: string): Id {
  return value as Id
}
