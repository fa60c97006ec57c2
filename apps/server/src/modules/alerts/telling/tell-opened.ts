import type { Tx } from '../../../platform/db/database.ts'
import type { OpenedAlert } from '../life/raise.ts'

/** Answers by alert when the first of its tellings leaves. */
export async function tellOpened(_tx: Tx, opened: readonly OpenedAlert[], now: Date): Promise<Map<string, Date>> {
  return new Map(opened.map((o) => [o.id, now]))
}
