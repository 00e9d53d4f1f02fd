/** What whoever asked is told, in words of its own. */
export type ToldCode =
  | 'already_done'
  | 'bad_file_type'
  | 'bad_origin'
  | 'bad_request'
  | 'bad_sign_in_link'
  | 'bad_signature'
  | 'conflict'
  | 'files_full'
  | 'invalid'
  | 'not_found'
  | 'not_permitted'
  | 'not_signed_in'
  | 'nothing_said_yet'
  | 'refused'
  | 'replayed'
  | 'too_large'
  | 'too_many_requests'
  | 'unavailable'
  | 'wrong_state'

/** What is a fault of ours, or is dealt with before anybody hears of it. */
type InnerCode =
  | 'action_value_too_large'
  | 'form_name_invalid'
  | 'lark_bad_id'
  | 'lark_bad_ref'
  | 'lark_bad_uuid'
  | 'lark_card_too_large'
  | 'lark_gate_unconfigured'
  | 'snapshot_unreadable'
  | 'unknown_item'

/**
 * A broken rule, told by a stable code. Expected outcomes are union results; this is for what a
 * caller should have prevented. The HTTP status and the Chinese text for each code are chosen in
 * `http/errors.ts` and `lark/outbound/`, never here.
 */
export class DomainError extends Error {
  readonly code: ToldCode | InnerCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ToldCode | InnerCode, details: Record<string, unknown> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}
