// Guards the quiet lines of the timeline: each change is said, and nothing raw from the server leaks onto the screen.
import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { eventWords } from './event-words.ts'

const t = ((key: string, given?: Record<string, string>) => (given ? `${key} ${Object.values(given).join(' ')}` : key)) as unknown as TFunction<'tickets'>
const nameOf = (id: string) => ({ s1: 'Anna' })[id]

it.each([
  [{ status: ['new', 'open'] }, ['event.status status.open']],
  [{ assigneeId: [null, 's1'], priority: ['normal', 'urgent'] }, ['event.priority priority.urgent', 'event.assigned Anna']],
  [{ assigneeId: ['s1', null] }, ['event.unassigned']],
  [{ assigneeId: [null, 'gone'] }, ['event.assigned event.somebody']],
  [{ subject: ['a', 'b'] }, ['event.subject b']],
  [{ status: ['new', 'something-later'] }, ['event.other']],
  [{ secret: 'x' }, ['event.other']],
])('%j is said as %j', (detail, words) => expect(eventWords({ name: 'ticket-changed', detail }, t, nameOf)).toEqual(words))

it('knows beginnings without details', () => expect(eventWords({ name: 'ticket-created', detail: {} }, t, nameOf)).toEqual(['event.created']))
