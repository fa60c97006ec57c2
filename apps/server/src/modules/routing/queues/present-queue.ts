// The only way a queue leaves the server.
import type { AssignmentRules, Colour, Priority, Queue } from '@kontuar/contracts'

export interface QueueRow {
  id: string; name: string; ready_made: string | null; position: number; colour: Colour; default_priority: Priority; calendar_id: string | null; sla_policy_id: string | null
  order_of_work: Queue['orderOfWork']; assignment: AssignmentRules; legal_basis_code: string | null; is_default: boolean; retired_at: Date | null
  member_ids: string[]; team_ids: string[]; server_ids: string[]
}

export const presentQueue = (row: QueueRow): Queue => ({
  id: row.id, name: row.name, readyMade: row.ready_made, position: row.position, colour: row.colour, defaultPriority: row.default_priority,
  calendarId: row.calendar_id, slaPolicyId: row.sla_policy_id, orderOfWork: row.order_of_work, assignment: row.assignment, legalBasisCode: row.legal_basis_code,
  isDefault: row.is_default, memberIds: row.member_ids, teamIds: row.team_ids, serverIds: row.server_ids, retired: row.retired_at !== null,
})
