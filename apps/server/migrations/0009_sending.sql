-- Sending: who is at a mail just now, whom a server refused, and what the ticket was before the answer.

alter table outgoing_mail
  -- One try, and the process that makes it (see sending/dot-journal.ts); the end of a try is written only
  -- by whoever still holds the claim.
  add column claim uuid,
  add column claimed_by text,
  add column claimed_at timestamptz,
  -- Recipients still to be tried after others have been served; null: all.
  add column remaining text[],
  -- [{address, reason}]: recipients a server refused for good.
  add column refused jsonb not null default '[]',
  -- What undoing the answer restores: {status, statusCategory, assigneeId, closedAt, preview, lastDirection, lastInteractionAt}.
  add column ticket_before jsonb;

create index outgoing_mail_overdue on outgoing_mail (send_after) where state in ('pending', 'sending', 'committing');
create index outgoing_mail_recent on outgoing_mail (org_id, created_at desc);
create index outgoing_mail_uncertain on outgoing_mail (org_id, id) where state = 'uncertain';

-- A job may be lost (given up after errors, or held back by the brake); the ledger is not. The sweep asks
-- which mails of all organizations are overdue, then works inside each.
create function list_overdue_outgoing(at_most integer) returns table (org_id integer, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.org_id, m.id from outgoing_mail m join org o on o.id = m.org_id and not o.outgoing_paused
  where m.state in ('pending', 'sending', 'committing')
    and m.send_after < now() - interval '20 seconds'
    and coalesce(m.next_attempt_at, m.send_after) < now() - interval '20 seconds'
    and coalesce(m.claimed_at, m.send_after) < now() - interval '20 seconds'
  order by m.send_after limit at_most
$$;
revoke all on function list_overdue_outgoing from public;
grant execute on function list_overdue_outgoing to kontuar_app;

-- A confirmation that was not sent leaves its reason; one row per ticket either way.
alter table confirmation
  add column outcome text not null default 'sent' check (outcome in ('sent', 'skipped')),
  add column reason text;
create index confirmation_by_time on confirmation (org_id, at) where outcome = 'sent';
