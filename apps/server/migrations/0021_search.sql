-- Doors of search. Under row-level security PostgreSQL uses an index only for operators that cannot leak; matching words (@@),
-- `like` and functions of ours are not among them, so the program's own statement would read the whole table. These doors
-- ask as the owner, hold themselves to the organization and its viewer, and answer ids alone.

create function search_words(words text, at_most integer) returns table (ticket_id uuid, interaction_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if viewer() is null then
    return query select w.ticket_id, w.interaction_id from ticket_words w
      where w.org_id = current_org() and w.words @@ to_tsquery('kontuar', search_words.words) order by w.interaction_id desc limit at_most;
  else
    return query select w.ticket_id, w.interaction_id from ticket_words w join ticket t on t.org_id = w.org_id and t.id = w.ticket_id
      where w.org_id = current_org() and w.words @@ to_tsquery('kontuar', search_words.words)
        and t.queue_id = any ((select viewer_queues())::uuid[])
        and ((select viewer_locations() is null) or t.location_id is null or t.location_id = any ((select viewer_locations())::uuid[]))
      order by w.interaction_id desc limit at_most;
  end if;
end $$;

-- Customers whose folded name, or its last word, begins so.
create function search_customer_names(beginning text, at_most integer) returns table (customer_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    (select c.id from customer c where c.org_id = current_org() and fold_name(c.name) ~>=~ beginning and fold_name(c.name) ~<~ (beginning || chr(1114111)) limit at_most)
    union
    (select c.id from customer c where c.org_id = current_org() and regexp_replace(fold_name(c.name), '^.*\s', '') ~>=~ beginning
      and regexp_replace(fold_name(c.name), '^.*\s', '') ~<~ (beginning || chr(1114111)) limit at_most);
end $$;
revoke all on function search_words, search_customer_names from public;
grant execute on function search_words, search_customer_names to kontuar_app;
