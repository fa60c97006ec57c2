// Who is told of what now: one line a rule and person, with why, by which roads, whether they have paused it, and what came last. Parts that
// depend on the very matter (its owner, its queue) stand as such, without a name.
import type { AlertReach, Because, QueryOf, Recipient, listAlertReach as listRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../../platform/http/page.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { peopleInCharge } from '../../../identity/index.ts'
import { pausedSubjects } from '../../../notifications/index.ts'
import type { RuleToTell } from '../../life/rules-to-tell.ts'

interface Line { staffId: string | null; staffName: string | null; because: Because }
interface Last { staff_id: string | null; destination_id: string | null; at: Date; state: string; detail: string | null }

/** A page holds so many rules, each with all its people. */
const rulesOfPage = 20

export async function listReach(tx: Tx, query: QueryOf<typeof listRoute>, now: Date = new Date()): Promise<{ items: AlertReach[]; next: string | null }> {
  if (query.staffId !== undefined && !isId(query.staffId)) return { items: [], next: null }
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 2).map(String)
  if (after !== null && !isId(after[1]!)) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
  const rules = await tx.query<RuleToTell>(
    `select r.id, r.name, r.definition, r.delivery from alert_rule r where r.org_id = $1 and r.active and r.retired_at is null and ($2::text is null or (lower(r.name), r.id) > ($2, $3::uuid)) order by lower(r.name), r.id limit $4`,
    [tx.orgId, after?.[0] ?? null, after?.[1] ?? null, rulesOfPage + 1], 'rules-of-reach')
  const page = toPage(rules, rulesOfPage, (rule) => rule, (rule) => [rule.name.toLowerCase(), rule.id])
  const items: AlertReach[] = []
  for (const rule of page.items) items.push(...(await reachOf(tx, rule, now)).filter((line) => query.staffId === undefined || line.staffId === query.staffId))
  return { items, next: page.next }
}

async function reachOf(tx: Tx, rule: RuleToTell, now: Date): Promise<AlertReach[]> {
  const lines = await linesOf(tx, rule.delivery.recipients)
  const staffIds = lines.flatMap((l) => l.staffId ?? [])
  const paused = await pausedSubjects(tx, staffIds, `alert-rule:${rule.id}`, now)
  const last = await tx.query<Last>(
    `select distinct on (d.staff_id, d.destination_id) d.staff_id, d.destination_id, coalesce(d.sent_at, d.created_at) as at, d.state, d.detail from alert a join alert_delivery d on d.org_id = a.org_id and d.alert_id = a.id
     where a.org_id = $1 and a.rule_id = $2 and a.last_at > now() - interval '90 days' order by d.staff_id, d.destination_id, d.created_at desc, d.id desc`, [tx.orgId, rule.id], 'last-told-of-rule')
  const lastOf = (found: Last | undefined): AlertReach['last'] => (found === undefined ? null : { at: found.at.toISOString(), state: found.state, detail: found.detail })
  const base = { ruleId: rule.id, ruleName: rule.name, when: rule.delivery.when }
  const places = rule.delivery.destinationIds.length === 0 ? [] : await tx.query<{ id: string; name: string }>('select id, name from alert_destination where org_id = $1 and id = any ($2) and active and retired_at is null order by lower(name), id', [tx.orgId, rule.delivery.destinationIds], 'destinations-of-reach')
  return [
    ...lines.map((line): AlertReach => ({
      ...base, ...line, destinationName: null, roads: [...rule.delivery.roads], paused: line.staffId !== null && paused.has(line.staffId), pausedUntil: (line.staffId === null ? null : paused.get(line.staffId))?.toISOString() ?? null,
      last: line.staffId === null ? null : lastOf(last.find((l) => l.staff_id === line.staffId)),
    })),
    ...places.map((place): AlertReach => ({ ...base, staffId: null, staffName: null, destinationName: place.name, roads: ['hook'], because: { code: 'address', name: place.name }, paused: false, pausedUntil: null, last: lastOf(last.find((l) => l.destination_id === place.id)) })),
  ]
}

const parted: Partial<Record<Recipient['to'], string>> = {
  'location-manager': `select l.name as of, s.id, s.name from location l join staff s on s.org_id = l.org_id and s.id = l.manager_id and s.active where l.org_id = $1 and l.retired_at is null order by lower(l.name), s.id`,
  'region-manager': `select r.name as of, s.id, s.name from region r join staff s on s.org_id = r.org_id and s.id = r.manager_id and s.active where r.org_id = $1 and r.retired_at is null order by lower(r.name), s.id`,
  'team-manager': `select t.name as of, s.id, s.name from team t join staff s on s.org_id = t.org_id and s.id = t.manager_id and s.active where t.org_id = $1 and t.retired_at is null order by lower(t.name), s.id`,
}

/** Each person once, with the first reason, as when they are told. */
async function linesOf(tx: Tx, recipients: readonly Recipient[]): Promise<Line[]> {
  const lines: Line[] = []
  for (const recipient of recipients) {
    const statement = parted[recipient.to]
    if (statement !== undefined) {
      const rows = await tx.query<{ of: string; id: string; name: string }>(statement, [tx.orgId], `reach ${recipient.to}`)
      lines.push(...rows.map((r): Line => ({ staffId: r.id, staffName: r.name, because: { code: recipient.to as Because['code'], name: r.of } })))
      if (rows.length === 0) lines.push({ staffId: null, staffName: null, because: { code: recipient.to as Because['code'] } })
    } else if (recipient.to === 'owner' || recipient.to === 'queue-servers' || recipient.to === 'team') lines.push({ staffId: null, staffName: null, because: { code: recipient.to } })
    else lines.push(...(await peopleInCharge(tx, [recipient])).map((p): Line => ({ staffId: p.staffId, staffName: p.name, because: p.because })))
  }
  const seen = new Set<string>()
  return lines.filter(({ staffId }) => staffId === null || (!seen.has(staffId) && seen.add(staffId)))
}
