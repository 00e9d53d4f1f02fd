-- Which text of a change a version was built with: a change that is sent back, edited and approved
-- again while a publish is under way must not be taken for the one that is published.
alter table knowledge_version_change add column revision integer;
