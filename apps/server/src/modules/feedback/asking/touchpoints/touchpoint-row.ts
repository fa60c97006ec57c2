// Rows of touchpoint, and how a definition is completed.
import type { TouchpointDefinition, Trigger } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'

export interface TouchpointRow { id: string; survey_id: string; name: string; trigger: Trigger; definition: TouchpointDefinition; position: number; active: boolean; retired: boolean; created_at: Date; updated_at: Date }

export const usualDefinition: TouchpointDefinition = {
  interactionKinds: [], channels: [], conditions: null, roads: ['email'], delayMinutes: 60, sampleShare: 1, restDays: null, exclude: { openComplaint: true, minors: true },
}
/** What is left out is as it usually is, or as it was. */
export const completeDefinition = (given: Partial<TouchpointDefinition>, before: TouchpointDefinition = usualDefinition): TouchpointDefinition => ({ ...before, ...given })

export const touchpointColumns = 'tp.id, tp.survey_id, tp.name, tp.trigger, tp.definition, tp.position, tp.active, tp.retired_at is not null as retired, tp.created_at, tp.updated_at'

/** Those that are to ask when something of these triggers happens, most important first. */
export const activeTouchpoints = async (tx: Tx, triggers: readonly Trigger[]): Promise<TouchpointRow[]> => (await tx.query<TouchpointRow>(
  `select ${touchpointColumns} from touchpoint tp where tp.org_id = $1 and tp.trigger = any ($2) and tp.active and tp.retired_at is null order by tp.position, tp.id`, [tx.orgId, triggers], 'active-touchpoints')).map(whole)

export const touchpointsById = async (tx: Tx, ids: readonly string[]): Promise<TouchpointRow[]> => (await tx.query<TouchpointRow>(
  `select ${touchpointColumns} from touchpoint tp where tp.org_id = $1 and tp.id = any ($2)`, [tx.orgId, ids], 'touchpoints-by-id')).map(whole)

/** An older one may lack what was added later. */
const whole = (row: TouchpointRow): TouchpointRow => ({ ...row, definition: completeDefinition(row.definition) })
