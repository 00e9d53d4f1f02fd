-- Who asks to speak for an enterprise, as they named themselves with the ticket: contacts of Lark have no
-- name of their own, and whoever confirms or ends a binding must know whose it is. Null once it is over.
alter table enterprise_binding add column person_name text;
