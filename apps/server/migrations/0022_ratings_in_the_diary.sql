-- Entries without a ticket: ratings and signals that belong to no matter, our own automatic messages (invitations to a survey), and
-- these when they come back. Whatever a person writes, says or asks still stands in a ticket.

alter table interaction alter column ticket_id drop not null,
  -- Where it belonged when it came; of entries without a ticket alone, since the others stand where their ticket stands.
  add column queue_id uuid,
  add column location_id uuid,
  add foreign key (org_id, queue_id) references queue (org_id, id),
  add foreign key (org_id, location_id) references location (org_id, id),
  add constraint without_ticket check (ticket_id is not null or kind in ('rating', 'signal') or (kind = 'message' and direction = 'out' and automatic) or (kind = 'message' and direction = 'in' and mail_class = 'bounce')),
  add constraint place_without_ticket check (ticket_id is null or (queue_id is null and location_id is null));
alter table ticket_words alter column ticket_id drop not null;

-- Who sees them: whoever sees its place. Unlike a ticket, an entry without a queue is everybody's who sees any queue: most answers
-- of a whole shop or company stand in none.
drop policy of_viewer on interaction;
create policy of_viewer on interaction as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and case
    when ticket_id is not null then (select true from ticket t where t.org_id = interaction.org_id and t.id = interaction.ticket_id)
    else (queue_id is null or queue_id = any ((select viewer_queues())::uuid[]))
      and (location_id is null or (select viewer_locations() is null) or location_id = any ((select viewer_locations())::uuid[])) end));
drop policy of_viewer on ticket_words;
create policy of_viewer on ticket_words as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and case
    when ticket_id is not null then (select true from ticket t where t.org_id = ticket_words.org_id and t.id = ticket_words.ticket_id)
    else (select true from interaction i where i.org_id = ticket_words.org_id and i.id = ticket_words.interaction_id) end));

-- Search answers tickets: what stands in none is found by the search of answers.
create or replace function search_words(words text, at_most integer) returns table (ticket_id uuid, interaction_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if viewer() is null then
    return query select w.ticket_id, w.interaction_id from ticket_words w
      where w.org_id = current_org() and w.ticket_id is not null and w.words @@ to_tsquery('kontuar', search_words.words) order by w.interaction_id desc limit at_most;
  else
    return query select w.ticket_id, w.interaction_id from ticket_words w join ticket t on t.org_id = w.org_id and t.id = w.ticket_id
      where w.org_id = current_org() and w.words @@ to_tsquery('kontuar', search_words.words)
        and t.queue_id = any ((select viewer_queues())::uuid[])
        and ((select viewer_locations() is null) or t.location_id is null or t.location_id = any ((select viewer_locations())::uuid[]))
      order by w.interaction_id desc limit at_most;
  end if;
end $$;
