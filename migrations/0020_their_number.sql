-- The platform's number is kept for tickets that were registered here as well: the one place that a
-- ticket has for an outside number may be taken by another system's.
create index exchange_case_ticket on exchange_case (ticket_id);
insert into exchange_case (system, number, ticket_id)
select '舟到助企', o.sent_ref, o.ticket_id from outbox_entry o join ticket t on t.id = o.ticket_id
where o.channel = 'exchange' and o.purpose = 'exchange_create' and o.sent_ref is not null
order by o.seq
on conflict do nothing;
