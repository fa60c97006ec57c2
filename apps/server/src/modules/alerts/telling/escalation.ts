import type { Tx } from '../../../platform/db/database.ts'
import type { OpenedAlert } from '../life/raise.ts'

export async function orderEscalations(_tx: Tx, _opened: readonly OpenedAlert[], _told: ReadonlyMap<string, Date>, _now: Date): Promise<void> {}
