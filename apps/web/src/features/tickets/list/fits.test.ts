// Guards that a row leaves the list exactly when the person's own change took the ticket out of it.
import { expect, it } from 'vitest'
import { fits } from './fits.ts'

const ticket = { statusCategory: 'open', assigneeId: 's1', priority: 'high', queueId: 'q1' } as const

it.each([
  [{}, true],
  [{ statusCategory: 'active' }, true],
  [{ statusCategory: 'new,open' }, true],
  [{ statusCategory: 'closed' }, false],
  [{ assigneeId: 'me' }, true],
  [{ assigneeId: 's1' }, true],
  [{ assigneeId: 's2' }, false],
  [{ assigneeId: 'none' }, false],
  [{ priority: 'low' }, false],
  [{ queueId: 'q2' }, false],
  [{ viewId: 'v1' }, true],
  [{ priority: 'high', statusCategory: 'active', assigneeId: 'me', q: 'anything' }, true],
] as const)('an open ticket of mine in %j: %s', (query, expected) => expect(fits(ticket, query, 's1')).toBe(expected))

it('knows tickets without an owner', () => expect(fits({ ...ticket, assigneeId: null }, { assigneeId: 'none' }, 's1')).toBe(true))
