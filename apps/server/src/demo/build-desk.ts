// The desk of a demonstration company: its places, teams, queues with their people, rules, words and tasks. Written straight into the
// tables, as an administrator would have clicked it together long ago.
import type { Tx } from '../platform/db/database.ts'
import { newId } from '../platform/id.ts'
import type { Charge, DemoCompany, DemoTask } from './company.ts'
import { readyMade } from './past/ground.ts'

export interface BuiltDesk {
  tagsOf(subject: string): string[]
  locationIds: string[]
}

/** @param staffIds by address */
export async function buildDesk(tx: Tx, { desk }: DemoCompany, mailboxIds: readonly string[], staffIds: ReadonlyMap<string, string>): Promise<BuiltDesk> {
  const idOf = (email: string) => staffIds.get(email)!
  const locationIds = await insertNamed(tx, 'location', desk.locations)
  const queues = await readyMade(tx, 'queue')
  for (const team of desk.teams) {
    const id = newId()
    await tx.query('insert into team (org_id, id, name, manager_id, location_id) values ($1, $2, $3, $4, $5)', [tx.orgId, id, team.name, team.manager === null ? null : idOf(team.manager), team.location === undefined ? null : locationIds[team.location]])
    for (const member of team.members) await tx.query('insert into team_member (org_id, team_id, staff_id) values ($1, $2, $3)', [tx.orgId, id, idOf(member)])
    for (const key of team.queues) await tx.query('insert into queue_team (org_id, queue_id, team_id) values ($1, $2, $3)', [tx.orgId, queues.get(key), id])
  }
  for (const [i, key] of desk.mailboxQueues.entries()) if (key !== null) await tx.query('update mailbox set queue_id = $3 where org_id = $1 and id = $2', [tx.orgId, mailboxIds[i], queues.get(key)])
  for (const [i, rule] of desk.rules.entries()) {
    const conditions = { combinator: 'or', rules: rule.words.map((value) => ({ field: 'subject', operator: 'contains', value })) }
    await tx.query('insert into queue_rule (org_id, id, name, position, conditions, queue_id) values ($1, $2, $3, $4, $5, $6)', [tx.orgId, newId(), rule.name, i + 1, JSON.stringify(conditions), queues.get(rule.queue)])
  }
  const tagIds: string[] = []
  for (const tag of desk.tags) {
    tagIds.push(newId())
    await tx.query('insert into tag (org_id, id, name, colour) values ($1, $2, $3, $4)', [tx.orgId, tagIds.at(-1), tag.name, tag.colour])
  }
  await buildAbilities(tx, desk, staffIds)
  for (const { name, shortcut, ...texts } of desk.canned) await tx.query('insert into canned_answer (org_id, id, name, shortcut, texts) values ($1, $2, $3, $4, $5)', [tx.orgId, newId(), name, shortcut, JSON.stringify(texts)])
  await buildCharge(tx, desk.charge, locationIds, idOf)
  for (const task of desk.tasks) await buildTask(tx, task, idOf(task.owner), locationIds)
  return {
    locationIds,
    tagsOf: (subject) => desk.tags.flatMap((tag, i) => (tag.pattern?.test(subject) ? [tagIds[i]!] : [])),
  }
}

async function buildCharge(tx: Tx, { managers, regions }: Charge, locationIds: readonly string[], idOf: (email: string) => string) {
  for (const [i, email] of managers.entries()) await tx.query('update location set manager_id = $3 where org_id = $1 and id = $2', [tx.orgId, locationIds[i], idOf(email)])
  for (const { name, manager, locations } of regions) {
    const id = newId()
    await tx.query('insert into region (org_id, id, name, manager_id) values ($1, $2, $3, $4)', [tx.orgId, id, name, idOf(manager)])
    await tx.query('update location set region_id = $3 where org_id = $1 and id = any ($2)', [tx.orgId, locations.map((l) => locationIds[l]), id])
  }
}

async function buildTask(tx: Tx, { kind, title, inHours, steps = [], begun = false, done, location }: DemoTask, owner: string, locationIds: readonly string[]) {
  const minutes = (hours: number) => Math.round(hours * 60)
  const checklist = steps.map(([text, isDone]) => ({ id: newId(), text, done: isDone }))
  await tx.query(
    `insert into task (org_id, id, kind, title, owner_id, location_id, checklist, due_at, begun_at, done_at, done_by, remedy, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(mins => $8), case when $9 then now() - interval '3 hours' end, now() - make_interval(mins => $10::integer), case when $10::integer is not null then $5::uuid end, $11, $5, now() - make_interval(mins => greatest(1440, $10::integer + 600)))`,
    [tx.orgId, newId(), kind, title, owner, location === undefined ? null : locationIds[location], JSON.stringify(checklist), minutes(inHours), begun || done !== undefined, done === undefined ? null : minutes(done.hoursAgo), done?.remedy ?? ''])
}

async function buildAbilities(tx: Tx, desk: DemoCompany['desk'], staffIds: ReadonlyMap<string, string>) {
  for (const [email, id] of staffIds) {
    for (const language of desk.skills?.[email] ?? []) await tx.query(`insert into staff_skill (org_id, staff_id, kind, value) values ($1, $2, 'language', $3)`, [tx.orgId, id, language])
    await tx.query(`insert into staff_capacity (org_id, staff_id, channel, tickets) values ($1, $2, '*', $3)`, [tx.orgId, id, desk.capacity])
    await tx.query(`insert into staff_presence (org_id, staff_id, state, seen_at) values ($1, $2, 'available', now())`, [tx.orgId, id])
  }
}

async function insertNamed(tx: Tx, table: 'location', names: readonly string[]): Promise<string[]> {
  const ids = names.map(() => newId())
  for (const [i, name] of names.entries()) await tx.query(`insert into ${table} (org_id, id, name) values ($1, $2, $3)`, [tx.orgId, ids[i], name])
  return ids
}
