-- A report under seal asked for a binding like any ticket, which named its author to colleagues and
-- dispatchers. What nobody has decided yet goes, unless an open ticket of the same contact asked for
-- it as well. Not 'ended': that would hide from them what they register for the enterprise later.
delete from enterprise_binding b
where b.state = 'asked'
  and exists (
    select 1 from ticket t
    where t.contact_id = b.contact_id and t.credit_code = b.credit_code and t.sealed)
  and not exists (
    select 1 from ticket t
    where t.contact_id = b.contact_id and t.credit_code = b.credit_code and not t.sealed);
