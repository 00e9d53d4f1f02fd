-- The department that an entry of the ledger put the ticket to. It is no personal data, and figures
-- need it when the words of the entry are gone.
alter table ticket_activity add column department text;
alter table ticket_activity disable trigger ticket_activity_append_only;
update ticket_activity set department = act ->> 'department'
where kind in ('dispatch', 'decide_dispute', 'transfer');
alter table ticket_activity enable trigger ticket_activity_append_only;
