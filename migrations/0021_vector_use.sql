-- When a kept vector was last of use, so that those of texts and models long gone can go.
alter table embedding_cache add column used_at timestamptz not null default now();
