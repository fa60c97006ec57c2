import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

const kinds = { location: 'location', region: 'region', team: 'team', queue: 'queue', calendar: 'calendar', sla_policy: 'SLA policy' } as const

/**
 * The name as it is stored. Two who choose the same name at one moment: the second waits here until the first is done.
 * @param own the thing that may keep its name
 * @throws Refusal `invalid-input` when it is empty, `conflict` when another one in use has it
 */
export async function checkName(tx: Tx, kind: keyof typeof kinds, given: string, own: string | null = null): Promise<string> {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', `${kind === 'sla_policy' ? 'An' : 'A'} ${kinds[kind]} needs a name of at least one letter.`, { name: 'is empty' })
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || $2, 0))`, [tx.orgId, `${kind} ${name.toLowerCase()}`], 'lock-name')
  const taken = await tx.query(`select 1 from ${kind} where org_id = $1 and lower(name) = lower($2) and retired_at is null and id is distinct from $3::uuid`, [tx.orgId, name, own], `${kind}-name-taken`)
  if (taken.length > 0) throw new Refusal('conflict', `There is ${kind === 'sla_policy' ? 'an' : 'a'} ${kinds[kind]} called "${name}" already: choose another name.`, { name: 'is taken' })
  return name
}
