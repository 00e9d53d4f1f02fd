-- An address says itself that it is a group's. It was inferred from `replyTo` before, which what was
-- sent to a group unasked does not have: groups were taken for a person's own chat.
create temp table group_chat on commit drop as
  select address ->> 'to' as id from conversation
  where address ->> 'replyTo' is not null
  union
  select incoming -> 'replyAddress' ->> 'to' from inbox_entry
  where channel = 'lark' and incoming ->> 'isGroup' = 'true'
    and incoming -> 'replyAddress' ->> 'toKind' = 'chat'
  union
  -- Nobody else speaks in a person's own chat.
  select address ->> 'to' from conversation
  where address ->> 'channel' = 'lark' and address ->> 'toKind' = 'chat'
  group by 1 having count(distinct contact_id) > 1;

update conversation set address = address || '{"toKind": "group"}'
where address ->> 'toKind' = 'chat' and address ->> 'to' in (select id from group_chat);

update outbox_entry set address = address || '{"toKind": "group"}'
where channel = 'lark' and address ->> 'toKind' = 'chat'
  and address ->> 'to' in (select id from group_chat);

update inbox_entry set incoming = jsonb_set(incoming, '{replyAddress,toKind}', '"group"')
where channel = 'lark' and done_at is null and incoming -> 'replyAddress' ->> 'toKind' = 'chat'
  and incoming -> 'replyAddress' ->> 'to' in (select id from group_chat);

-- Cards that were sent to a group as if to one person do not say with a click that they hang in a
-- group: they are shown anew, for as long as Lark lets them be pressed.
insert into outbox_entry (channel, key, address, purpose, message, ticket_id, updates_id)
select channel, 'card:' || id, address, 'card_update', message, ticket_id, id from outbox_entry
where channel = 'lark' and address ->> 'toKind' = 'group' and address ->> 'replyTo' is null
  and purpose <> 'ticket_card' and updates_id is null and settled_at is null
  and done_at > now() - interval '14 days' and sent_ref is not null
  and jsonb_path_exists(message, '$.blocks[*] ? (@.kind == "form" || @.kind == "actions")');
