// The only way a dashboard leaves the server.
import type { Dashboard, Locale, Permission, Role } from '@kontuar/contracts'
import type { DashboardRow } from './queries.ts'
import { readyMade, readyMadeId, type ReadyMade } from './ready-made.ts'
import { dashboardNames } from './words.ts'

export interface DashboardReader { staffId: string; role: Role; permissions: ReadonlySet<Permission>; language: Locale }

const whenMade = new Date(0).toISOString()

export const presentOwn = (row: DashboardRow, reader: DashboardReader, problems: string[]): Dashboard => ({
  id: row.id, name: row.name, readyMade: null, ownerId: row.owner_id, ownerName: row.owner_name, sharedWith: row.shared_with, position: row.position, definition: row.definition, problems, updatedAt: row.updated_at.toISOString(),
  mayChange: row.owner_id === reader.staffId || (row.shared_with !== null && reader.permissions.has('insight.manage')),
})

/** `changed` is what the organization made of it, if it did. */
export const presentReadyMade = (name: ReadyMade, position: number, changed: DashboardRow | null, reader: DashboardReader, problems: string[]): Dashboard => ({
  id: readyMadeId(name), name: dashboardNames[reader.language][name], readyMade: name, ownerId: null, ownerName: null, sharedWith: [...readyMade[name].roles], position, problems,
  definition: changed?.definition ?? readyMade[name].definition, updatedAt: changed?.updated_at.toISOString() ?? whenMade, mayChange: reader.permissions.has('insight.manage'),
})
