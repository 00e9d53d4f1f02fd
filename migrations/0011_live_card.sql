-- Cards in Lark that grow while their answer is written: kept before they are sent, so that a turn
-- that is begun again goes on with the same card, and the answer takes its place instead of a second message.
create table live_card (
  turn_id uuid primary key,
  tenant_id text not null default 'zhoushan',
  -- The card entity at Lark, and the chat that it is for, as the outbox names it.
  card_id text not null,
  key text not null,
  message_id text,
  -- The last sequence number that was given out; numbers are taken in blocks.
  sequence integer not null default 0,
  -- The owed message that takes its place; from then on nobody writes a draft on it.
  finished_by uuid,
  given_up_at timestamptz,
  created_at timestamptz not null default now()
);
