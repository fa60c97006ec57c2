// The only way presence leaves the server.
import type { CalendarDefinition } from '@kontuar/calendar'
import type { Presence, PresenceState } from '@kontuar/contracts'
import { isOnShift } from './on-shift.ts'

export interface PresenceRow {
  staff_id: string; name: string; state: PresenceState; since: Date; calendar_id: string | null; shifts: CalendarDefinition | null
  open_tickets: number; capacity: number | null
}

export const presentPresence = (row: PresenceRow, now = Date.now()): Presence => ({
  staffId: row.staff_id, name: row.name, state: row.state, since: row.since.toISOString(), shiftCalendarId: row.calendar_id,
  onShift: row.shifts === null ? null : isOnShift(row.shifts, now), openTickets: row.open_tickets, capacity: row.capacity,
})
