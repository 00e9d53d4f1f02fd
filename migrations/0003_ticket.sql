-- Tickets, their ledger, and the people who handle them. A ticket row holds the whole ticket as JSON
-- beside the columns that queries need; both are written by the same statement and checked.
create table staff (
  id uuid primary key default gen_random_uuid(),
  tenant_id text not null default 'zhoushan',
  name text not null,
  roles text[] not null,
  districts text[] not null default '{}',
  departments text[] not null default '{}',
  sections text[] not null default '{}',
  items jsonb not null default '[]',
  substitute_id uuid references staff (id),
  lark_open_id text,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (roles <@ array['specialist', 'dispatcher', 'reviewer', 'supervisor', 'administrator', 'auditor'])
);
create unique index staff_lark on staff (tenant_id, lark_open_id) where lark_open_id is not null;

create table staff_leave (
  id uuid primary key default gen_random_uuid(),
  tenant_id text not null default 'zhoushan',
  staff_id uuid not null references staff (id),
  from_date date not null,
  to_date date not null,
  substitute_id uuid references staff (id),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  check (from_date <= to_date)
);
create index staff_leave_to on staff_leave (to_date);

create table staff_duty (
  id uuid primary key default gen_random_uuid(),
  tenant_id text not null default 'zhoushan',
  staff_id uuid not null references staff (id),
  from_date date not null,
  to_date date not null,
  district text,
  check (from_date <= to_date)
);
create index staff_duty_to on staff_duty (to_date);

-- Which contact speaks for which enterprise; counts only once somebody has confirmed it.
create table enterprise_binding (
  id uuid primary key default gen_random_uuid(),
  tenant_id text not null default 'zhoushan',
  contact_id uuid not null references contact (id),
  credit_code text not null,
  enterprise_name text not null,
  state text not null check (state in ('asked', 'confirmed', 'refused', 'ended')),
  asked_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz
);
create unique index binding_live on enterprise_binding (tenant_id, contact_id, credit_code)
  where state in ('asked', 'confirmed');
create index binding_code on enterprise_binding (credit_code) where state in ('asked', 'confirmed');

-- Working days that are none by decision of an administrator, such as a typhoon.
create table closed_day (
  tenant_id text not null default 'zhoushan',
  day date not null,
  reason text not null,
  declared_by text not null,
  declared_at timestamptz not null default now(),
  primary key (tenant_id, day)
);

create table ticket_sequence (
  tenant_id text not null default 'zhoushan',
  day date not null,
  last integer not null,
  primary key (tenant_id, day)
);

create table ticket (
  id uuid primary key,
  tenant_id text not null default 'zhoushan',
  number text not null,
  state text not null check (state in (
    'created', 'dispatched', 'accepted', 'in_progress', 'waiting_requester', 'in_review', 'returned',
    'resolved', 'reopened', 'confirmed', 'closed', 'withdrawn', 'merged', 'declined', 'transferred_out')),
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
  owner_id uuid references staff (id),
  lead_id uuid references ticket (id),
  external_number text,
  outcome text,
  registered_at timestamptz not null,
  accepted_at timestamptz,
  resolved_at timestamptz,
  ended_at timestamptz,
  last_act_at timestamptz not null,
  due_at timestamptz,
  next_due_at timestamptz,
  uncovered_year integer,
  -- The end of the ledger, to which the next activity is chained.
  seq integer not null,
  ledger_hash text not null,
  ticket jsonb not null,
  check (ticket ->> 'state' = state),
  check (ticket ->> 'id' = id::text)
);
create unique index ticket_number on ticket (tenant_id, number);
create index ticket_due on ticket (next_due_at) where next_due_at is not null;
create index ticket_open_owner on ticket (owner_id) where ended_at is null;
create index ticket_open_state on ticket (state, registered_at) where ended_at is null;
create index ticket_contact on ticket (contact_id, registered_at) where contact_id is not null;
create index ticket_credit_code on ticket (credit_code, registered_at) where credit_code is not null;
create index ticket_lead on ticket (lead_id) where lead_id is not null;
create index ticket_registered on ticket (registered_at);
create index ticket_item on ticket (item_code, registered_at) where item_code is not null;

create table ticket_activity (
  ticket_id uuid not null references ticket (id),
  seq integer not null,
  tenant_id text not null default 'zhoushan',
  at timestamptz not null,
  actor jsonb not null,
  kind text not null,
  from_state text,
  to_state text not null,
  timely boolean,
  -- Null once the words have been deleted at the end of their retention; the digest stays.
  act jsonb,
  act_digest text not null,
  hash text not null,
  primary key (ticket_id, seq)
);
create index ticket_activity_at on ticket_activity (at);

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.act is null
    and (to_jsonb(new) - 'act') = (to_jsonb(old) - 'act') then
    return new;
  end if;
  raise exception 'the ledger of tickets is append-only';
end $$;
create trigger ticket_activity_append_only before update or delete on ticket_activity
  for each row execute function refuse_ledger_change();

-- Who a requester is, apart from the ticket: read only by whom it concerns, and every reading is recorded.
create table ticket_person (
  ticket_id uuid primary key references ticket (id),
  tenant_id text not null default 'zhoushan',
  name text not null,
  phone text not null
);
