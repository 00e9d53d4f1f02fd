-- Cards whose ticket has moved on lose their buttons: which entry updates which, and which are done with.
alter table outbox_entry add column updates_id uuid, add column settled_at timestamptz;
create index outbox_live_card on outbox_entry (ticket_id, seq)
  where ticket_id is not null and settled_at is null and updates_id is null
    and purpose in ('ticket_card', 'ticket_notice', 'answer');
