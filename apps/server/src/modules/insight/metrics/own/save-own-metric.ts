// Metrics an organization composes: made, changed, retired; never deleted, for dashboards and reports may name them.
import type { BodyOf, OwnMetric, OwnMetricDefinition, changeOwnMetric as changeRoute, createOwnMetric as createRoute } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { isId, newId } from '../../../../platform/id.ts'
import { audit } from '../../../identity/index.ts'
import { readFieldWords } from '../where/fields.ts'
import { checkDefinition } from './check-definition.ts'

type Shown = Static<typeof OwnMetric>
interface Row { id: string; name: string; definition: OwnMetricDefinition; retired_at: Date | null }
const present = (row: Row): Shown => ({ id: row.id, name: row.name, definition: row.definition, retired: row.retired_at !== null })

/** Of a busy organization; each is looked at whenever the catalogue is read. */
const mostMetrics = 200

/** @throws Refusal */
export async function createOwnMetric(tx: Tx, actor: Actor, given: BodyOf<typeof createRoute>): Promise<Shown> {
  const definition = checkDefinition(given.definition, await readFieldWords(tx, 'UTC'))
  const name = await takeName(tx, given.name, null)
  const [{ n } = { n: 0 }] = await tx.query<{ n: number }>('select count(*)::int as n from own_metric where org_id = $1 and retired_at is null', [tx.orgId], 'count-own-metrics')
  if (n >= mostMetrics) throw new Refusal('cannot-do', `There are ${mostMetrics} metrics of your own already: retire those nobody looks at.`)
  const id = newId()
  const [row] = await tx.query<Row>('insert into own_metric (org_id, id, name, definition, created_by) values ($1, $2, $3, $4, $5) returning id, name, definition, retired_at', [tx.orgId, id, name, JSON.stringify(definition), actor.staffId], 'create-own-metric')
  await audit(tx, actor, 'ownMetric.created', { kind: 'ownMetric', id }, { name })
  tx.publish({ name: 'insight.metricChanged', ids: { ownMetricId: id } })
  return present(row!)
}

/** @throws Refusal */
export async function changeOwnMetric(tx: Tx, actor: Actor, id: string, patch: BodyOf<typeof changeRoute>): Promise<Shown> {
  const [before] = isId(id) ? await tx.query<Row>('select id, name, definition, retired_at from own_metric where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-own-metric') : []
  if (before === undefined) throw notFound('metric')
  const definition = patch.definition === undefined ? before.definition : checkDefinition(patch.definition, await readFieldWords(tx, 'UTC'))
  const retired = patch.retired ?? (before.retired_at !== null)
  const name = patch.name === undefined && (retired || before.retired_at === null) ? before.name : await takeName(tx, patch.name ?? before.name, id)
  const [row] = await tx.query<Row>(
    'update own_metric set name = $3, definition = $4, retired_at = case when $5 then coalesce(retired_at, now()) end, updated_at = now() where org_id = $1 and id = $2 returning id, name, definition, retired_at',
    [tx.orgId, id, name, JSON.stringify(definition), retired], 'change-own-metric')
  await audit(tx, actor, 'ownMetric.changed', { kind: 'ownMetric', id }, { ...patch })
  tx.publish({ name: 'insight.metricChanged', ids: { ownMetricId: id } })
  return present(row!)
}

async function takeName(tx: Tx, given: string, id: string | null): Promise<string> {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: give the metric a name by which people find it.', { name: 'is empty' })
  // Two that come at once: the second waits, and finds the first.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' own metrics', 0))`, [tx.orgId], 'lock-own-metrics')
  const taken = await tx.query('select 1 from own_metric where org_id = $1 and lower(name) = lower($2) and retired_at is null and id is distinct from $3', [tx.orgId, name, id], 'own-metric-called')
  if (taken.length > 0) throw new Refusal('conflict', `There is a metric called ${JSON.stringify(name)} already: choose another name.`, { name: 'is taken' })
  return name
}
