import type { Subscriber } from '../../../../platform/jobs/define.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { recompileKnownRules } from '../compile/known-rules.ts'

/** Custom fields, reasons and the zone are part of what rules judge by: each process makes them ready again. */
export const recompileRules = ({ db }: Platform): Subscriber => ({ name: 'alerts.recompileRules', handle: (orgId) => db.write(orgId, recompileKnownRules) })
