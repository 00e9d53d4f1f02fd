-- A conversation remembers its latest submitted forms instead of the last alone.
update conversation set flow = (flow - 'submitted') || jsonb_build_object('submissions',
  case jsonb_typeof(flow -> 'submitted') when 'object' then jsonb_build_array(flow -> 'submitted') else '[]' end)
where jsonb_exists(flow, 'submitted');
