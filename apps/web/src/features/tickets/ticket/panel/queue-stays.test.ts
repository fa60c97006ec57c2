// Guards that the stays lie end to end and begin with the queue the ticket came into.
import type { Interaction } from '@kontuar/contracts'
import { expect, it } from 'vitest'
import { queueStays } from './queue-stays.ts'

const moved = (at: string, from: string | null, to: string | null) => ({ at, event: { name: 'ticket-changed', detail: { queueId: [from, to] } } }) as unknown as Interaction
const ticket = { queueId: 'c', createdAt: '2026-11-01T08:00:00Z', closedAt: null }

it('joins the moves of the diary end to end', () => {
  const stays = queueStays(ticket, [moved('2026-11-02T08:00:00Z', 'a', 'b'), moved('2026-11-03T08:00:00Z', 'b', 'c')])
  expect(stays).toEqual([
    { queueId: 'a', from: '2026-11-01T08:00:00Z', to: '2026-11-02T08:00:00Z' },
    { queueId: 'b', from: '2026-11-02T08:00:00Z', to: '2026-11-03T08:00:00Z' },
    { queueId: 'c', from: '2026-11-03T08:00:00Z', to: null },
  ])
})
it('is one stay when the ticket never moved, ending when it closed', () => {
  expect(queueStays({ ...ticket, closedAt: '2026-11-05T08:00:00Z' }, [])).toEqual([{ queueId: 'c', from: '2026-11-01T08:00:00Z', to: '2026-11-05T08:00:00Z' }])
})
