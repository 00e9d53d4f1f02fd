-- When the personal data of a ticket was deleted; null while it is there.
alter table ticket add column anonymised_at timestamptz;
create index ticket_to_anonymise on ticket (ended_at) where anonymised_at is null and ended_at is not null;
