-- A file that cannot be fetched now is tried again later, behind those that can.
alter table attachment add column fetch_tries integer not null default 0;
alter table attachment add column fetch_at timestamptz not null default now();
create index attachment_to_fetch on attachment (fetch_at)
  where bytes is null and failed_reason is null and ticket_id is not null;
