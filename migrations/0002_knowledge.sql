-- Published knowledge: immutable versions, one of them active. A version is staged, filled and then
-- switched to in one statement, so that no reader ever sees half of it.
create table knowledge_version (
  id bigint generated always as identity primary key,
  tenant_id text not null default 'zhoushan',
  state text not null check (state in ('staged', 'active', 'retired')),
  -- Of all source files and of what builds from them: the same checksum needs no second build.
  checksum text not null,
  embedding_provider text not null,
  embedding_model text not null,
  embedding_dim integer not null,
  item_count integer not null,
  chunk_count integer not null default 0,
  note text,
  created_by text not null,
  created_at timestamptz not null default now(),
  activated_at timestamptz
);
create unique index knowledge_active on knowledge_version (tenant_id) where state = 'active';

create table knowledge_item (
  version_id bigint not null references knowledge_version (id) on delete cascade,
  code text not null,
  section text not null,
  name text not null,
  item jsonb not null,
  primary key (version_id, code)
);

create table chunk (
  version_id bigint not null references knowledge_version (id) on delete cascade,
  -- `<code>:<kind>:<hash of the text>`: stable while the text is.
  id text not null,
  code text not null,
  kind text not null,
  text text not null,
  embedding vector not null,
  primary key (version_id, id)
);
-- Vectors are scanned in full; in the row itself they are read twice as fast as out of line.
alter table chunk alter column embedding set storage plain;

-- The lexical index, the classifiers and the calibration of a version, as built.
create table snapshot_part (
  version_id bigint not null references knowledge_version (id) on delete cascade,
  name text not null,
  bytes bytea not null,
  primary key (version_id, name)
);

-- Weights do not compress; trying to costs seconds.
alter table snapshot_part alter column bytes set storage external;

-- A text is embedded once per model, however often it is published.
create table embedding_cache (
  model text not null,
  text_sha256 text not null,
  embedding vector not null,
  primary key (model, text_sha256)
);
