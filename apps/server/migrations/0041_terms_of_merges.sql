-- A term of law that a merged ticket brought goes with it when the merge is taken back; what stood there before stands again.
alter table legal_deadline
  -- The ticket that brought it by being merged; null: it is the ticket's own.
  add column brought_by uuid,
  -- The own term that an earlier one took the place of (routing/clocks/legal/legal-rows.ts).
  add column own_term jsonb,
  add foreign key (org_id, brought_by) references ticket (org_id, id),
  add check (own_term is null or brought_by is not null);
create index legal_deadline_brought on legal_deadline (org_id, brought_by) where brought_by is not null;

-- Still nobody can delete a term of law, the program included. This door takes back what came by a merge alone, once there is no such merge.
create function take_back_brought_terms(tickets uuid[]) returns setof uuid
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from legal_deadline d where d.org_id = current_org() and d.ticket_id = any (tickets) and d.brought_by is not null and d.own_term is null
    and not exists (select from ticket t where t.org_id = d.org_id and t.id = d.brought_by and t.merged_into_id = d.ticket_id)
  returning d.ticket_id
$$;
revoke all on function take_back_brought_terms from public;
grant execute on function take_back_brought_terms to kontuar_app;
