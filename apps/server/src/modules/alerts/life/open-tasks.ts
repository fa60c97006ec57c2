import type { Tx } from '../../../platform/db/database.ts'
import type { OpenedAlert } from './raise.ts'

export async function openTasks(_tx: Tx, _opened: readonly OpenedAlert[], _now: Date): Promise<void> {}
