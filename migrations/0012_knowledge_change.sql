-- Changes (改动) to service items, made and approved at the console and laid over the files of
-- `knowledge/` by every publish until these say the same. Nothing here is ever deleted.
create table knowledge_change (
  id bigint generated always as identity primary key,
  tenant_id text not null default 'zhoushan',
  code text not null,
  state text not null
    check (state in ('editing', 'submitted', 'sent_back', 'approved', 'published', 'absorbed', 'withdrawn')),
  -- The item as edited, in the shape of its YAML file; not necessarily valid before it is submitted.
  item jsonb not null,
  -- The item that it was made from.
  base jsonb not null,
  base_digest text not null,
  reason text not null,
  author uuid not null references staff (id),
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  approved_at timestamptz
);
create index knowledge_change_of on knowledge_change (code, id);
create index knowledge_change_state on knowledge_change (state, updated_at desc);

-- What was done to each, in order; with the item as it was handed in.
create table knowledge_change_step (
  id bigint generated always as identity primary key,
  change_id bigint not null references knowledge_change (id),
  at timestamptz not null default now(),
  -- `staff:<id>`, or whoever published.
  actor text not null,
  act text not null,
  note text not null default '',
  item jsonb
);
create index knowledge_change_step_of on knowledge_change_step (change_id, id);

-- The changes that a version was built with (laid), and those that had become superfluous (absorbed).
create table knowledge_version_change (
  version_id bigint not null references knowledge_version (id) on delete cascade,
  change_id bigint not null references knowledge_change (id),
  effect text not null check (effect in ('laid', 'absorbed')),
  primary key (version_id, change_id)
);
