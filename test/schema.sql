-- The schema after all migrations, to be read; nothing applies this file. Write it anew with
--   npm test -- --project db test/postgres/schema.db.test.ts -u

create table attachment (
  id uuid not null default gen_random_uuid(),
  tenant_id text not null default 'zhoushan'::text,
  conversation_id uuid,
  ticket_id uuid,
  kind text not null,
  name text,
  channel_ref text,
  message_ref text,
  media_type text,
  size_bytes integer,
  sha256 text,
  bytes bytea,
  failed_reason text,
  created_at timestamp with time zone not null default now(),
  upload_key text,
  fetch_tries integer not null default 0,
  fetch_at timestamp with time zone not null default now(),
  constraint attachment_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  constraint attachment_pkey PRIMARY KEY (id)
);
CREATE INDEX attachment_conversation ON public.attachment USING btree (conversation_id);
CREATE INDEX attachment_loose ON public.attachment USING btree (created_at) WHERE (ticket_id IS NULL);
CREATE INDEX attachment_ticket ON public.attachment USING btree (ticket_id) WHERE (ticket_id IS NOT NULL);
CREATE INDEX attachment_to_fetch ON public.attachment USING btree (fetch_at) WHERE ((bytes IS NULL) AND (failed_reason IS NULL) AND (ticket_id IS NOT NULL));
CREATE UNIQUE INDEX attachment_upload ON public.attachment USING btree (upload_key) WHERE (upload_key IS NOT NULL);

create table audit_entry (
  id bigint not null generated always as identity,
  tenant_id text not null default 'zhoushan'::text,
  at timestamp with time zone not null default now(),
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null default '{}'::jsonb,
  constraint audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_subject ON public.audit_entry USING btree (subject, at);

create table chunk (
  version_id bigint not null,
  id text not null,
  code text not null,
  kind text not null,
  text text not null,
  embedding vector not null,
  constraint chunk_version_id_fkey FOREIGN KEY (version_id) REFERENCES knowledge_version(id) ON DELETE CASCADE,
  constraint chunk_pkey PRIMARY KEY (version_id, id)
);

create table closed_day (
  tenant_id text not null default 'zhoushan'::text,
  day date not null,
  reason text not null,
  declared_by text not null,
  declared_at timestamp with time zone not null default now(),
  constraint closed_day_pkey PRIMARY KEY (tenant_id, day)
);

create table contact (
  id uuid not null default gen_random_uuid(),
  tenant_id text not null default 'zhoushan'::text,
  channel text not null,
  external_id text not null,
  name text,
  greeted_at timestamp with time zone,
  consented_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint contact_channel_check CHECK ((channel = ANY (ARRAY['lark'::text, 'web'::text]))),
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_tenant_id_channel_external_id_key UNIQUE (tenant_id, channel, external_id)
);

create table conversation (
  id uuid not null default gen_random_uuid(),
  tenant_id text not null default 'zhoushan'::text,
  key text not null,
  contact_id uuid not null,
  address jsonb not null,
  dialogue jsonb,
  flow jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint conversation_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint conversation_pkey PRIMARY KEY (id),
  constraint conversation_tenant_id_key_key UNIQUE (tenant_id, key)
);

create table desk_request (
  id text not null,
  tenant_id text not null default 'zhoushan'::text,
  digest text not null,
  outcome jsonb,
  at timestamp with time zone not null default now(),
  constraint desk_request_pkey PRIMARY KEY (id)
);
CREATE INDEX desk_request_at ON public.desk_request USING btree (at);

create table embedding_cache (
  model text not null,
  text_sha256 text not null,
  embedding vector not null,
  used_at timestamp with time zone not null default now(),
  constraint embedding_cache_pkey PRIMARY KEY (model, text_sha256)
);

create table enterprise_binding (
  id uuid not null default gen_random_uuid(),
  tenant_id text not null default 'zhoushan'::text,
  contact_id uuid not null,
  credit_code text not null,
  enterprise_name text not null,
  state text not null,
  asked_at timestamp with time zone not null default now(),
  decided_by text,
  decided_at timestamp with time zone,
  person_name text,
  constraint enterprise_binding_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'refused'::text, 'ended'::text]))),
  constraint enterprise_binding_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint enterprise_binding_pkey PRIMARY KEY (id)
);
CREATE INDEX binding_code ON public.enterprise_binding USING btree (credit_code) WHERE (state = ANY (ARRAY['asked'::text, 'confirmed'::text]));
CREATE UNIQUE INDEX binding_live ON public.enterprise_binding USING btree (tenant_id, contact_id, credit_code) WHERE (state = ANY (ARRAY['asked'::text, 'confirmed'::text]));

create table exchange_case (
  tenant_id text not null default 'zhoushan'::text,
  system text not null,
  number text not null,
  ticket_id uuid not null,
  constraint exchange_case_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id),
  constraint exchange_case_pkey PRIMARY KEY (tenant_id, system, number)
);
CREATE INDEX exchange_case_ticket ON public.exchange_case USING btree (ticket_id);

create table exchange_nonce (
  nonce text not null,
  seen_at timestamp with time zone not null default now(),
  constraint exchange_nonce_pkey PRIMARY KEY (nonce)
);
CREATE INDEX exchange_nonce_seen ON public.exchange_nonce USING btree (seen_at);

create table exchange_received (
  message_id uuid not null,
  tenant_id text not null default 'zhoushan'::text,
  kind text not null,
  ticket_id uuid not null,
  received_at timestamp with time zone not null default now(),
  constraint exchange_received_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id),
  constraint exchange_received_pkey PRIMARY KEY (message_id)
);
CREATE INDEX exchange_received_at ON public.exchange_received USING btree (received_at);

create table inbox_entry (
  id bigint not null generated always as identity,
  tenant_id text not null default 'zhoushan'::text,
  channel text not null,
  event_id text not null,
  message_id text,
  key text not null,
  kind text not null,
  incoming jsonb not null,
  received_at timestamp with time zone not null default now(),
  run_at timestamp with time zone not null default now(),
  attempts smallint not null default 0,
  lease uuid,
  lease_until timestamp with time zone,
  done_at timestamp with time zone,
  dead_at timestamp with time zone,
  last_error text,
  constraint inbox_entry_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX inbox_event ON public.inbox_entry USING btree (event_id, channel, tenant_id);
CREATE INDEX inbox_key ON public.inbox_entry USING btree (key, id) WHERE ((done_at IS NULL) AND (dead_at IS NULL));
CREATE UNIQUE INDEX inbox_message ON public.inbox_entry USING btree (message_id, channel, tenant_id) WHERE (message_id IS NOT NULL);
CREATE INDEX inbox_ready ON public.inbox_entry USING btree (run_at, id) WHERE ((done_at IS NULL) AND (dead_at IS NULL));
CREATE INDEX inbox_transcript ON public.inbox_entry USING btree (key, received_at) WHERE (channel = 'web'::text);

create table knowledge_change (
  id bigint not null generated always as identity,
  tenant_id text not null default 'zhoushan'::text,
  code text not null,
  state text not null,
  item jsonb not null,
  base jsonb not null,
  base_digest text not null,
  reason text not null,
  author uuid not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  approved_at timestamp with time zone,
  constraint knowledge_change_state_check CHECK ((state = ANY (ARRAY['editing'::text, 'submitted'::text, 'sent_back'::text, 'approved'::text, 'published'::text, 'absorbed'::text, 'withdrawn'::text]))),
  constraint knowledge_change_author_fkey FOREIGN KEY (author) REFERENCES staff(id),
  constraint knowledge_change_pkey PRIMARY KEY (id)
);
CREATE INDEX knowledge_change_of ON public.knowledge_change USING btree (code, id);
CREATE INDEX knowledge_change_state ON public.knowledge_change USING btree (state, updated_at DESC);

create table knowledge_change_step (
  id bigint not null generated always as identity,
  change_id bigint not null,
  at timestamp with time zone not null default now(),
  actor text not null,
  act text not null,
  note text not null default ''::text,
  item jsonb,
  constraint knowledge_change_step_change_id_fkey FOREIGN KEY (change_id) REFERENCES knowledge_change(id),
  constraint knowledge_change_step_pkey PRIMARY KEY (id)
);
CREATE INDEX knowledge_change_step_of ON public.knowledge_change_step USING btree (change_id, id);

create table knowledge_item (
  version_id bigint not null,
  code text not null,
  section text not null,
  name text not null,
  item jsonb not null,
  constraint knowledge_item_version_id_fkey FOREIGN KEY (version_id) REFERENCES knowledge_version(id) ON DELETE CASCADE,
  constraint knowledge_item_pkey PRIMARY KEY (version_id, code)
);

create table knowledge_version (
  id bigint not null generated always as identity,
  tenant_id text not null default 'zhoushan'::text,
  state text not null,
  checksum text not null,
  embedding_provider text not null,
  embedding_model text not null,
  embedding_dim integer not null,
  item_count integer not null,
  chunk_count integer not null default 0,
  note text,
  created_by text not null,
  created_at timestamp with time zone not null default now(),
  activated_at timestamp with time zone,
  constraint knowledge_version_state_check CHECK ((state = ANY (ARRAY['staged'::text, 'active'::text, 'retired'::text]))),
  constraint knowledge_version_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX knowledge_active ON public.knowledge_version USING btree (tenant_id) WHERE (state = 'active'::text);

create table knowledge_version_change (
  version_id bigint not null,
  change_id bigint not null,
  effect text not null,
  revision integer,
  constraint knowledge_version_change_effect_check CHECK ((effect = ANY (ARRAY['laid'::text, 'absorbed'::text]))),
  constraint knowledge_version_change_change_id_fkey FOREIGN KEY (change_id) REFERENCES knowledge_change(id),
  constraint knowledge_version_change_version_id_fkey FOREIGN KEY (version_id) REFERENCES knowledge_version(id) ON DELETE CASCADE,
  constraint knowledge_version_change_pkey PRIMARY KEY (version_id, change_id)
);

create table live_card (
  turn_id uuid not null,
  tenant_id text not null default 'zhoushan'::text,
  card_id text not null,
  key text not null,
  message_id text,
  sequence integer not null default 0,
  finished_by uuid,
  given_up_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint live_card_pkey PRIMARY KEY (turn_id)
);

create table migration (
  name character varying(255) not null,
  timestamp character varying(255) not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table migration_checksum (
  name text not null,
  sha256 text not null,
  constraint migration_checksum_pkey PRIMARY KEY (name)
);

create table migration_lock (
  id character varying(255) not null,
  is_locked integer not null default 0,
  constraint migration_lock_pkey PRIMARY KEY (id)
);

create table outbox_entry (
  id uuid not null default gen_random_uuid(),
  seq bigint not null generated always as identity,
  tenant_id text not null default 'zhoushan'::text,
  channel text not null,
  key text not null,
  address jsonb not null,
  purpose text not null,
  message jsonb not null,
  turn_id uuid,
  ticket_id uuid,
  created_at timestamp with time zone not null default now(),
  run_at timestamp with time zone not null default now(),
  attempts smallint not null default 0,
  lease uuid,
  lease_until timestamp with time zone,
  first_tried_at timestamp with time zone,
  done_at timestamp with time zone,
  dead_at timestamp with time zone,
  last_error text,
  sent_ref text,
  read_at timestamp with time zone,
  updates_id uuid,
  settled_at timestamp with time zone,
  constraint outbox_entry_channel_check CHECK ((channel = ANY (ARRAY['lark'::text, 'web'::text, 'exchange'::text]))),
  constraint outbox_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_key ON public.outbox_entry USING btree (key, seq) WHERE ((done_at IS NULL) AND (dead_at IS NULL));
CREATE INDEX outbox_live_card ON public.outbox_entry USING btree (ticket_id, seq) WHERE ((ticket_id IS NOT NULL) AND (settled_at IS NULL) AND (updates_id IS NULL) AND (purpose = ANY (ARRAY['ticket_card'::text, 'ticket_notice'::text, 'answer'::text])));
CREATE INDEX outbox_ready ON public.outbox_entry USING btree (run_at, seq) WHERE ((done_at IS NULL) AND (dead_at IS NULL));
CREATE INDEX outbox_sent_ref ON public.outbox_entry USING btree (sent_ref) WHERE (sent_ref IS NOT NULL);
CREATE INDEX outbox_ticket ON public.outbox_entry USING btree (ticket_id) WHERE (ticket_id IS NOT NULL);
CREATE INDEX outbox_transcript ON public.outbox_entry USING btree (key, created_at);

create table setting (
  tenant_id text not null default 'zhoushan'::text,
  key text not null,
  value jsonb not null,
  updated_at timestamp with time zone not null default now(),
  updated_by text not null,
  constraint setting_pkey PRIMARY KEY (tenant_id, key)
);

create table sign_in_link (
  token_sha256 text not null,
  tenant_id text not null default 'zhoushan'::text,
  staff_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_link_pkey PRIMARY KEY (token_sha256)
);

create table snapshot_part (
  version_id bigint not null,
  name text not null,
  bytes bytea not null,
  constraint snapshot_part_version_id_fkey FOREIGN KEY (version_id) REFERENCES knowledge_version(id) ON DELETE CASCADE,
  constraint snapshot_part_pkey PRIMARY KEY (version_id, name)
);

create table staff (
  id uuid not null default gen_random_uuid(),
  tenant_id text not null default 'zhoushan'::text,
  name text not null,
  roles text[] not null,
  districts text[] not null default '{}'::text[],
  departments text[] not null default '{}'::text[],
  sections text[] not null default '{}'::text[],
  items jsonb not null default '[]'::jsonb,
  substitute_id uuid,
  lark_open_id text,
  active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint staff_roles_check CHECK ((roles <@ ARRAY['specialist'::text, 'dispatcher'::text, 'reviewer'::text, 'supervisor'::text, 'administrator'::text, 'auditor'::text])),
  constraint staff_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES staff(id),
  constraint staff_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX staff_lark ON public.staff USING btree (tenant_id, lark_open_id) WHERE (lark_open_id IS NOT NULL);

create table staff_duty (
  id uuid not null default gen_random_uuid(),
  tenant_id text not null default 'zhoushan'::text,
  staff_id uuid not null,
  from_date date not null,
  to_date date not null,
  district text,
  constraint staff_duty_check CHECK ((from_date <= to_date)),
  constraint staff_duty_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint staff_duty_pkey PRIMARY KEY (id)
);
CREATE INDEX staff_duty_to ON public.staff_duty USING btree (to_date);

create table staff_leave (
  id uuid not null default gen_random_uuid(),
  tenant_id text not null default 'zhoushan'::text,
  staff_id uuid not null,
  from_date date not null,
  to_date date not null,
  substitute_id uuid,
  recorded_by text not null,
  recorded_at timestamp with time zone not null default now(),
  constraint staff_leave_check CHECK ((from_date <= to_date)),
  constraint staff_leave_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint staff_leave_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES staff(id),
  constraint staff_leave_pkey PRIMARY KEY (id)
);
CREATE INDEX staff_leave_to ON public.staff_leave USING btree (to_date);

create table staff_notice (
  id uuid not null default gen_random_uuid(),
  tenant_id text not null default 'zhoushan'::text,
  staff_id uuid not null,
  ticket_id uuid not null,
  message jsonb not null,
  created_at timestamp with time zone not null default now(),
  read_at timestamp with time zone,
  constraint staff_notice_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint staff_notice_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id),
  constraint staff_notice_pkey PRIMARY KEY (id)
);
CREATE INDEX staff_notice_ticket ON public.staff_notice USING btree (ticket_id);
CREATE INDEX staff_notice_unread ON public.staff_notice USING btree (staff_id, created_at) WHERE (read_at IS NULL);

create table staff_session (
  token_sha256 text not null,
  tenant_id text not null default 'zhoushan'::text,
  staff_id uuid not null,
  created_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint staff_session_pkey PRIMARY KEY (token_sha256)
);
CREATE INDEX staff_session_staff ON public.staff_session USING btree (staff_id) WHERE (ended_at IS NULL);

create table ticket (
  id uuid not null,
  tenant_id text not null default 'zhoushan'::text,
  number text not null,
  state text not null,
  kind text not null,
  urgency text not null,
  source text not null,
  title text not null,
  enterprise_name text,
  credit_code text,
  contact_id uuid,
  sealed boolean not null,
  item_code text,
  section text,
  district text not null,
  department text,
  owner_id uuid,
  lead_id uuid,
  external_number text,
  outcome text,
  registered_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  resolved_at timestamp with time zone,
  ended_at timestamp with time zone,
  last_act_at timestamp with time zone not null,
  due_at timestamp with time zone,
  next_due_at timestamp with time zone,
  uncovered_year integer,
  seq integer not null,
  ledger_hash text not null,
  ticket jsonb not null,
  anonymised_at timestamp with time zone,
  constraint ticket_check CHECK (((ticket ->> 'state'::text) = state)),
  constraint ticket_check1 CHECK (((ticket ->> 'id'::text) = (id)::text)),
  constraint ticket_state_check CHECK ((state = ANY (ARRAY['created'::text, 'dispatched'::text, 'accepted'::text, 'in_progress'::text, 'waiting_requester'::text, 'in_review'::text, 'returned'::text, 'resolved'::text, 'reopened'::text, 'confirmed'::text, 'closed'::text, 'withdrawn'::text, 'merged'::text, 'declined'::text, 'transferred_out'::text]))),
  constraint ticket_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES ticket(id),
  constraint ticket_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES staff(id),
  constraint ticket_pkey PRIMARY KEY (id)
);
CREATE INDEX ticket_contact ON public.ticket USING btree (contact_id, registered_at) WHERE (contact_id IS NOT NULL);
CREATE INDEX ticket_credit_code ON public.ticket USING btree (credit_code, registered_at) WHERE (credit_code IS NOT NULL);
CREATE INDEX ticket_due ON public.ticket USING btree (next_due_at) WHERE (next_due_at IS NOT NULL);
CREATE INDEX ticket_item ON public.ticket USING btree (item_code, registered_at) WHERE (item_code IS NOT NULL);
CREATE INDEX ticket_lead ON public.ticket USING btree (lead_id) WHERE (lead_id IS NOT NULL);
CREATE UNIQUE INDEX ticket_number ON public.ticket USING btree (tenant_id, number);
CREATE INDEX ticket_open_owner ON public.ticket USING btree (owner_id) WHERE (ended_at IS NULL);
CREATE INDEX ticket_open_state ON public.ticket USING btree (state, registered_at) WHERE (ended_at IS NULL);
CREATE INDEX ticket_registered ON public.ticket USING btree (registered_at);
CREATE INDEX ticket_to_anonymise ON public.ticket USING btree (ended_at) WHERE ((anonymised_at IS NULL) AND (ended_at IS NOT NULL));

create table ticket_activity (
  ticket_id uuid not null,
  seq integer not null,
  tenant_id text not null default 'zhoushan'::text,
  at timestamp with time zone not null,
  actor jsonb not null,
  kind text not null,
  from_state text,
  to_state text not null,
  timely boolean,
  act jsonb,
  act_digest text not null,
  hash text not null,
  department text,
  constraint ticket_activity_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id),
  constraint ticket_activity_pkey PRIMARY KEY (ticket_id, seq)
);
CREATE INDEX ticket_activity_at ON public.ticket_activity USING btree (at);
CREATE TRIGGER ticket_activity_append_only BEFORE DELETE OR UPDATE ON public.ticket_activity FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();

create table ticket_person (
  ticket_id uuid not null,
  tenant_id text not null default 'zhoushan'::text,
  name text not null,
  phone text not null,
  constraint ticket_person_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id),
  constraint ticket_person_pkey PRIMARY KEY (ticket_id)
);

create table ticket_sequence (
  tenant_id text not null default 'zhoushan'::text,
  day date not null,
  last integer not null,
  constraint ticket_sequence_pkey PRIMARY KEY (tenant_id, day)
);

create table turn (
  id uuid not null,
  tenant_id text not null default 'zhoushan'::text,
  conversation_id uuid not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone not null default now(),
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
  feedback smallint,
  feedback_reason text,
  feedback_at timestamp with time zone,
  constraint turn_feedback_check CHECK ((feedback = ANY (ARRAY['-1'::integer, 1]))),
  constraint turn_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  constraint turn_pkey PRIMARY KEY (id)
);
CREATE INDEX turn_conversation ON public.turn USING btree (conversation_id, asked_at);
CREATE INDEX turn_item ON public.turn USING btree (item_code, answered_at) WHERE (item_code IS NOT NULL);
CREATE INDEX turn_kind ON public.turn USING btree (decision_kind, answered_at);

CREATE OR REPLACE FUNCTION public.refuse_ledger_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.act is null
    and (to_jsonb(new) - 'act') = (to_jsonb(old) - 'act') then
    return new;
  end if;
  raise exception 'the ledger of tickets is append-only';
end $function$;
