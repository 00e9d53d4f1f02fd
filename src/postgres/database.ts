// The tables as Kysely sees them. `bigint` ids stay strings; `jsonb` is written as text and read
// as parsed data, which each statement file turns into its domain type.
import type { ColumnType, Generated, Kysely, Transaction } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>
type Json<T = unknown> = ColumnType<T, string, string>
type WithDefault<T> = ColumnType<T, T | undefined, T>

/** What every leased row has; `lease.ts` works on any table with these columns. */
type LeaseColumns = {
  key: string
  run_at: WithDefault<Date>
  attempts: WithDefault<number>
  lease: string | null
  lease_until: Date | null
  done_at: Date | null
  dead_at: Date | null
  last_error: string | null
}

export type Database = {
  contact: {
    id: Generated<string>
    tenant_id: WithDefault<string>
    channel: string
    external_id: string
    name: string | null
    greeted_at: Date | null
    consented_at: Date | null
    created_at: Generated<Date>
  }
  conversation: {
    id: Generated<string>
    tenant_id: WithDefault<string>
    key: string
    contact_id: string
    address: Json
    dialogue: Json | null
    flow: Json
    created_at: Generated<Date>
    updated_at: WithDefault<Date>
  }
  inbox_entry: LeaseColumns & {
    id: Generated<string>
    tenant_id: WithDefault<string>
    channel: string
    event_id: string
    message_id: string | null
    kind: string
    incoming: Json
    received_at: WithDefault<Date>
  }
  outbox_entry: LeaseColumns & {
    id: Generated<string>
    seq: Generated<string>
    tenant_id: WithDefault<string>
    channel: string
    address: Json
    purpose: string
    message: Json
    turn_id: string | null
    ticket_id: string | null
    created_at: Generated<Date>
    first_tried_at: Date | null
    sent_ref: string | null
    read_at: Date | null
  }
  turn: {
    id: string
    tenant_id: WithDefault<string>
    conversation_id: string
    asked_at: Instant
    answered_at: WithDefault<Date>
    question: string
    decision: Json
    decision_kind: string
    reason: string | null
    item_code: string | null
    field: string | null
    confidence: number
    knowledge_version: string
    trace: Json
    ms: number
    feedback: number | null
    feedback_reason: string | null
    feedback_at: Date | null
  }
  attachment: {
    id: Generated<string>
    tenant_id: WithDefault<string>
    conversation_id: string | null
    ticket_id: string | null
    kind: string
    name: string | null
    channel_ref: string | null
    message_ref: string | null
    media_type: string | null
    size_bytes: number | null
    sha256: string | null
    bytes: Buffer | null
    failed_reason: string | null
    fetch_tries: Generated<number>
    fetch_at: Generated<Date>
    upload_key: string | null
    created_at: Generated<Date>
  }
  setting: {
    tenant_id: WithDefault<string>
    key: string
    value: Json
    updated_at: WithDefault<Date>
    updated_by: string
  }
  audit_entry: {
    id: Generated<string>
    tenant_id: WithDefault<string>
    at: WithDefault<Date>
    actor: string
    action: string
    subject: string
    details: Json
  }
  knowledge_version: {
    id: Generated<string>
    tenant_id: WithDefault<string>
    state: string
    checksum: string
    embedding_provider: string
    embedding_model: string
    embedding_dim: number
    item_count: number
    chunk_count: WithDefault<number>
    note: string | null
    created_by: string
    created_at: Generated<Date>
    activated_at: Date | null
  }
  knowledge_item: { version_id: string; code: string; section: string; name: string; item: Json }
  chunk: {
    version_id: string
    id: string
    code: string
    kind: string
    text: string
    embedding: string
  }
  snapshot_part: { version_id: string; name: string; bytes: Buffer }
  embedding_cache: {
    model: string
    text_sha256: string
    embedding: string
    used_at: Generated<Date>
  }
}

/** The database, or a transaction on it: every statement takes either. */
export type Connection = Kysely<Database>
export type Tx = Transaction<Database>
export type Db = Connection | Tx
