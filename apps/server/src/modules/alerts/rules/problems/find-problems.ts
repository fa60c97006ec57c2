// What does not hold any more in rules that stand: found whenever they are read, and by the hour (tell-problems.ts). A rule may go blind or deaf
// without anybody having touched it: a location is given up, a metric retired, a destination fails, whoever was told has left.
import { checkConditions } from '@kontuar/conditions'
import type { AlertDeliveryWish, AlertRuleDefinition, Recipient } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { peopleInCharge } from '../../../identity/index.ts'
import { checkWhere, readCatalogue } from '../../../insight/index.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { conditionsOf } from '../definition-parts.ts'
import { alertFields } from '../fields/alert-fields.ts'
import { readAlertWords } from '../fields/alert-words.ts'

/** `name`: of what it is about, where it has one. */
export type Problem = { code: 'conditions' | 'metric-gone' | 'location-retired' | 'destination-retired' | 'destination-failing' | 'calendar-retired' | 'nobody' | 'team-retired'; name: string | null }
interface Looked { id: string; definition: AlertRuleDefinition; delivery: AlertDeliveryWish }

interface Named { kind: 'location' | 'team' | 'calendar' | 'destination' | 'queue' | 'survey'; id: string; name: string; retired: boolean; failing: boolean }

export async function findProblems(tx: Tx, rules: readonly Looked[]): Promise<Map<string, Problem[]>> {
  const found = new Map<string, Problem[]>()
  if (rules.length === 0) return found
  const [words, catalogue, gone, deaf] = [await readAlertWords(tx, { known: false }), await readCatalogue(tx), await readOutOfUse(tx), await tellsNobody(tx)]
  for (const rule of rules) {
    const problems: Problem[] = []
    const named = idsIn(rule)
    for (const { on, group } of conditionsOf(rule.definition)) {
      const [problem] = checkConditions(group, alertFields(words, on), { known: false, me: false })
      if (problem !== undefined) problems.push({ code: 'conditions', name: problem.field ?? null })
    }
    if (rule.definition.kind === 'figure') {
      if (!catalogue.has(rule.definition.metric)) problems.push({ code: 'metric-gone', name: rule.definition.metric })
      else if (await isBroken(tx, rule.definition.where)) problems.push({ code: 'conditions', name: null })
    }
    for (const one of gone) {
      if (!named.has(one.id)) continue
      if (one.retired) problems.push({ code: one.kind === 'destination' ? 'destination-retired' : one.kind === 'team' ? 'team-retired' : one.kind === 'calendar' ? 'calendar-retired' : 'location-retired', name: one.name })
      else if (one.failing) problems.push({ code: 'destination-failing', name: one.name })
    }
    const { recipients } = rule.delivery
    if (recipients.length > 0 && await deaf(recipients)) problems.push({ code: 'nobody', name: null })
    if (problems.length > 0) found.set(rule.id, problems)
  }
  return found
}

async function isBroken(tx: Tx, where: unknown): Promise<boolean> {
  if (where === null || where === undefined) return false
  try {
    await checkWhere(tx, where as Parameters<typeof checkWhere>[1])
    return false
  } catch (error) {
    // `weekday`, `hour` and `value` are asked of some metrics alone; whoever made the rule has been told of that.
    if (error instanceof Refusal) return !Object.values(error.fields ?? {}).every((sentence) => /"(weekday|hour|value)"/.test(sentence))
    throw error
  }
}

/** Every id that stands anywhere in a rule. */
function idsIn({ definition, delivery }: Looked): Set<string> {
  return new Set(JSON.stringify([definition, delivery]).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi)?.map((id) => id.toLowerCase()))
}

/** Few, even of a large organization. */
const readOutOfUse = (tx: Tx): Promise<Named[]> => tx.query<Named>(
  `select 'location' as kind, id, name, true as retired, false as failing from location where org_id = $1 and retired_at is not null
   union all select 'team', id, name, true, false from team where org_id = $1 and retired_at is not null
   union all select 'calendar', id, name, true, false from calendar where org_id = $1 and retired_at is not null
   union all select 'queue', id, name, true, false from queue where org_id = $1 and retired_at is not null
   union all select 'survey', id, name, true, false from survey where org_id = $1 and retired_at is not null
   union all select 'destination', id, name, retired_at is not null or not active, coalesce(state->>'sending' = 'failing', false) from alert_destination where org_id = $1 and (retired_at is not null or not active or state->>'sending' = 'failing')`,
  [tx.orgId], 'out-of-use-for-alerts')

/**
 * Whether recipients mean nobody now, so that the managers are told instead. Parts in a matter are asked of all matters there may be: a location
 * without a manager is a problem of that location, one where no location has any is one of the rule.
 */
async function tellsNobody(tx: Tx): Promise<(recipients: readonly Recipient[]) => Promise<boolean>> {
  const [row] = await tx.query<{ managers: boolean; regions: boolean; teams: boolean; members: boolean }>(
    `select exists (select from location l join staff s on s.org_id = l.org_id and s.id = l.manager_id and s.active where l.org_id = $1 and l.retired_at is null) as managers,
       exists (select from location l join region r on r.org_id = l.org_id and r.id = l.region_id and r.retired_at is null join staff s on s.org_id = r.org_id and s.id = r.manager_id and s.active where l.org_id = $1 and l.retired_at is null) as regions,
       exists (select from team t join staff s on s.org_id = t.org_id and s.id = t.manager_id and s.active where t.org_id = $1 and t.retired_at is null) as teams,
       exists (select from team t join team_member m on m.org_id = t.org_id and m.team_id = t.id join staff s on s.org_id = t.org_id and s.id = m.staff_id and s.active where t.org_id = $1 and t.retired_at is null) as members`,
    [tx.orgId], 'who-may-be-in-charge')
  const parts: Partial<Record<Recipient['to'], boolean>> = { 'location-manager': row!.managers, 'region-manager': row!.regions, 'team-manager': row!.teams, 'team': row!.members, 'owner': true, 'queue-servers': true }
  const known = new Map<string, boolean>()
  return async (recipients) => {
    if (recipients.some(({ to }) => parts[to] === true)) return false
    const rest = recipients.filter(({ to }) => parts[to] === undefined)
    const key = JSON.stringify(rest)
    const answer = known.get(key) ?? (rest.length === 0 || (await peopleInCharge(tx, rest)).every(({ because }) => because.code === 'nobody-else'))
    known.set(key, answer)
    return answer
  }
}
