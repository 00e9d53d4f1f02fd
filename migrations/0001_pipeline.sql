-- The durable message pipeline: what came in, what is owed, and the conversations between.
-- Every row carries tenant_id, so that a province can shard by tenant without a schema change.
create extension if not exists vector;

create table contact (
  id uuid primary key default gen_random_uuid(),
  tenant_id text not null default 'zhoushan',
  channel text not null check (channel in ('lark', 'web')),
  external_id text not null,
  name text,
  greeted_at timestamptz,
  consented_at timestamptz,
  created_at timestamptz not null default now(),
  unique (tenant_id, channel, external_id)
);

create table conversation (
  id uuid primary key default gen_random_uuid(),
  tenant_id text not null default 'zhoushan',
  key text not null,
  contact_id uuid not null references contact (id),
  address jsonb not null,
  -- What the dialogue is about (last items, open clarification); null when nothing is remembered.
  dialogue jsonb,
  -- What the product waits for in this conversation (an open form, a relayed ticket).
  flow jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (tenant_id, key)
);

create table inbox_entry (
  id bigint generated always as identity primary key,
  tenant_id text not null default 'zhoushan',
  channel text not null,
  event_id text not null,
  message_id text,
  key text not null,
  kind text not null,
  incoming jsonb not null,
  received_at timestamptz not null default now(),
  run_at timestamptz not null default now(),
  attempts smallint not null default 0,
  lease uuid,
  lease_until timestamptz,
  done_at timestamptz,
  dead_at timestamptz,
  last_error text
);
-- The column that differs comes first: every arriving row is compared along these.
create unique index inbox_event on inbox_entry (event_id, channel, tenant_id);
create unique index inbox_message on inbox_entry (message_id, channel, tenant_id) where message_id is not null;
create index inbox_ready on inbox_entry (run_at, id) where done_at is null and dead_at is null;
create index inbox_key on inbox_entry (key, id) where done_at is null and dead_at is null;
-- Only the web chat shows what was said from here; Lark keeps its own.
create index inbox_transcript on inbox_entry (key, received_at) where channel = 'web';

create table outbox_entry (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity,
  tenant_id text not null default 'zhoushan',
  channel text not null check (channel in ('lark', 'web', 'exchange')),
  -- Messages of one key leave in the order in which they were written.
  key text not null,
  address jsonb not null,
  purpose text not null,
  message jsonb not null,
  turn_id uuid,
  ticket_id uuid,
  created_at timestamptz not null default now(),
  run_at timestamptz not null default now(),
  attempts smallint not null default 0,
  lease uuid,
  lease_until timestamptz,
  first_tried_at timestamptz,
  done_at timestamptz,
  dead_at timestamptz,
  last_error text,
  -- The channel's id of the message that was sent, by which it can be updated and its reading seen.
  sent_ref text,
  read_at timestamptz
);
create index outbox_ready on outbox_entry (run_at, seq) where done_at is null and dead_at is null;
create index outbox_key on outbox_entry (key, seq) where done_at is null and dead_at is null;
create index outbox_transcript on outbox_entry (key, created_at);
create index outbox_sent_ref on outbox_entry (sent_ref) where sent_ref is not null;
create index outbox_ticket on outbox_entry (ticket_id) where ticket_id is not null;

create table turn (
  id uuid primary key,
  tenant_id text not null default 'zhoushan',
  conversation_id uuid not null references conversation (id),
  asked_at timestamptz not null,
  answered_at timestamptz not null default now(),
  question text not null,
  decision jsonb not null,
  decision_kind text not null,
  reason text,
  item_code text,
  field text,
  confidence real not null,
  knowledge_version bigint not null,
  trace jsonb not null,
  ms integer not null,
  feedback smallint check (feedback in (-1, 1)),
  feedback_reason text,
  feedback_at timestamptz
);
create index turn_conversation on turn (conversation_id, asked_at);
create index turn_kind on turn (decision_kind, answered_at);
create index turn_item on turn (item_code, answered_at) where item_code is not null;

-- Bytes that people sent or were sent: images, files.
create table attachment (
  id uuid primary key default gen_random_uuid(),
  tenant_id text not null default 'zhoushan',
  conversation_id uuid references conversation (id),
  ticket_id uuid,
  kind text not null,
  name text,
  -- The channel's handle while the bytes have not been fetched.
  channel_ref text,
  message_ref text,
  media_type text,
  size_bytes integer,
  sha256 text,
  bytes bytea,
  failed_reason text,
  created_at timestamptz not null default now()
);
create index attachment_ticket on attachment (ticket_id) where ticket_id is not null;
create index attachment_conversation on attachment (conversation_id);

-- Switches and figures that an administrator may change while the product runs.
create table setting (
  tenant_id text not null default 'zhoushan',
  key text not null,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  primary key (tenant_id, key)
);

create table audit_entry (
  id bigint generated always as identity primary key,
  tenant_id text not null default 'zhoushan',
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null default '{}'
);
create index audit_subject on audit_entry (subject, at);
