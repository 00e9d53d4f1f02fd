-- Signing in to the console: server-side sessions, so that one can be ended at once. Only digests
-- of the tokens are kept.
create table sign_in_link (
  token_sha256 text primary key,
  tenant_id text not null default 'zhoushan',
  staff_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table staff_session (
  token_sha256 text primary key,
  tenant_id text not null default 'zhoushan',
  staff_id uuid not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index staff_session_staff on staff_session (staff_id) where ended_at is null;
