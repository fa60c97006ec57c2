// Which checks run, and how many false alarms people bear.
import { warningKinds, type WarningSettings } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { audit } from '../../identity/index.ts'
import { orderLook } from './order-look.ts'

/** Until an organization says otherwise. */
export const usualSettings: WarningSettings = { falseAlarmsPerMonth: 2, kinds: Object.fromEntries(warningKinds.map((kind) => [kind, { on: true, threshold: null }])), perLocation: true }

export async function readWarningSettings(tx: Tx): Promise<WarningSettings & { changedAt: Date | null }> {
  const [row] = await tx.query<{ definition: Partial<WarningSettings>; updated_at: Date }>('select definition, updated_at from warning_setting where org_id = $1', [tx.orgId], 'warning-settings')
  return { ...complete(row?.definition ?? {}), changedAt: row?.updated_at ?? null }
}

/** Kinds that came after they were saved run. */
export const complete = (given: Partial<WarningSettings>): WarningSettings => ({ ...usualSettings, ...given, kinds: { ...usualSettings.kinds, ...given.kinds } })

export async function getWarningSettings(tx: Tx): Promise<WarningSettings> {
  const { changedAt: _, ...settings } = await readWarningSettings(tx)
  return settings
}

/** @throws Refusal */
export async function changeWarningSettings(tx: Tx, doer: Actor, given: WarningSettings): Promise<WarningSettings> {
  if (doer.access === 'granted') throw new Refusal('not-allowed', 'This decides over the warnings of all locations, and you see only some of them: ask an administrator.')
  refuseUnknownKinds(given)
  const before = await getWarningSettings(tx)
  await tx.query('insert into warning_setting (org_id, definition) values ($1, $2) on conflict (org_id) do update set definition = excluded.definition, updated_at = now()', [tx.orgId, JSON.stringify(given)], 'save-warning-settings')
  await audit(tx, doer, 'warningSettings.changed', null, { before, after: given })
  orderLook(tx)
  return getWarningSettings(tx)
}

/** @throws Refusal `invalid-input` */
export function refuseUnknownKinds({ kinds }: WarningSettings): void {
  const unknown = Object.keys(kinds).find((kind) => !(warningKinds as readonly string[]).includes(kind))
  if (unknown !== undefined) throw new Refusal('invalid-input', `There is no check ${JSON.stringify(unknown.slice(0, 60))}: choose from ${warningKinds.join(', ')}.`, { kinds: 'names an unknown check' })
}
