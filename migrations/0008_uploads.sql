-- One upload of a visitor is kept once, however often the browser repeats it.
alter table attachment add column upload_key text;
create unique index attachment_upload on attachment (upload_key) where upload_key is not null;
create index attachment_loose on attachment (created_at) where ticket_id is null;
