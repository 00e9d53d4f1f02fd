-- The exchange of tickets with another platform: what was received, so that nothing is done twice.
create table exchange_received (
  message_id uuid primary key,
  tenant_id text not null default 'zhoushan',
  kind text not null,
  ticket_id uuid not null references ticket (id),
  received_at timestamptz not null default now()
);
create index exchange_received_at on exchange_received (received_at);

-- Which ticket of ours a ticket of theirs became, however often it is handed over.
create table exchange_case (
  tenant_id text not null default 'zhoushan',
  system text not null,
  number text not null,
  ticket_id uuid not null references ticket (id),
  primary key (tenant_id, system, number)
);

-- A signed request is taken once; kept as long as its time would be accepted.
create table exchange_nonce (
  nonce text primary key,
  seen_at timestamptz not null default now()
);
create index exchange_nonce_seen on exchange_nonce (seen_at);
