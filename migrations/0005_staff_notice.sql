-- What the centre's people were told about tickets: shown in the console, and proof that a handoff
-- reached a named person even where no chat is connected.
create table staff_notice (
  id uuid primary key default gen_random_uuid(),
  tenant_id text not null default 'zhoushan',
  staff_id uuid not null references staff (id),
  ticket_id uuid not null references ticket (id),
  message jsonb not null,
  created_at timestamptz not null default now(),
  read_at timestamptz
);
create index staff_notice_unread on staff_notice (staff_id, created_at) where read_at is null;
create index staff_notice_ticket on staff_notice (ticket_id);
