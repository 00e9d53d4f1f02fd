-- What was handed in at the console and done, by the id that the form gave it: an answer that got lost
-- on its way is given once more instead of the act being done twice. Kept for a day.
create table desk_request (
  id text primary key,
  tenant_id text not null default 'zhoushan',
  -- Of who handed in what, so that an id is good for nothing else.
  digest text not null,
  -- Null only within the transaction that does it.
  outcome jsonb,
  at timestamptz not null default now()
);
create index desk_request_at on desk_request (at);
