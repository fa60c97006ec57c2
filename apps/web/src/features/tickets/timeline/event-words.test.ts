// Guards the quiet lines of the timeline: each change is said, and nothing raw from the server leaks onto the screen.
import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { eventWords, type Names } from './event-words.ts'

const t = ((key: string, given?: Record<string, string>) => (given ? `${key} ${Object.values(given).join(' ')}` : key)) as unknown as TFunction<'ticket'>
const of = (names: Record<string, string>) => (id: string) => names[id]
const names: Names = {
  staff: of({ s1: 'Anna' }), status: of({ open: 'In progress' }), queue: of({ q1: 'IT' }), reason: of({ r1: 'Return' }), tag: of({ g1: 'VIP', g2: 'karnet' }), location: of({}), field: of({ f1: 'Amount', f2: 'Day' }),
  instant: (at) => `at ${at}`, day: (on) => `on ${on}`, me: 'me',
}

it.each([
  [{ status: ['new', 'open'] }, ['event.status In progress']],
  [{ assigneeId: [null, 's1'], priority: ['normal', 'urgent'] }, ['event.assigned Anna', 'event.priority priority.urgent']],
  [{ assigneeId: ['s1', 's9'] }, ['event.took']],
  [{ assigneeId: ['s1', 'me'] }, ['event.assignedToMe']],
  [{ queueId: [null, 'q1'], reasonId: ['r1', null] }, ['event.queue IT', 'event.noReason']],
  [{ tagIds: [['g1'], ['g2']] }, ['event.tagsAdded karnet 1', 'event.tagsDropped VIP 1']],
  [{ fields: [{ f1: 1 }, { f1: 2, f2: '2026-11-01' }] }, ['event.fields Amount, Day 2']],
  [{ fields: { f1: [null, 3] } }, ['event.fields Amount 1']],
  [{ result: [null, 'solved'], resultNote: ['', 'x'] }, ['event.result result.solved']],
  [{ assigneeId: ['s1', null] }, ['event.unassigned']],
  [{ assigneeId: [null, 'gone'] }, ['event.assigned event.somebody']],
  [{ subject: ['a', 'b'] }, ['event.subject b']],
  [{ status: ['new', 'something-later'] }, ['event.other']],
  [{ secret: 'x' }, ['event.other']],
])('%j is said as %j', (detail, words) => expect(eventWords({ name: 'ticket-changed', detail }, t, names, 's9')).toEqual(words))

it('knows beginnings without details', () => expect(eventWords({ name: 'ticket-created', detail: {} }, t, names, null)).toEqual(['event.created']))

it.each([
  ['sla-warning', { kind: 'first-response', dueAt: '2026-11-23T10:00:00Z' }, ['event.slaWarningDue clockName.first-response at 2026-11-23T10:00:00Z']],
  ['sla-breached', { kind: 'unheard-of' }, ['event.slaBreached clockName.any']],
  ['sla-moved', { kind: 'resolution', from: 'A', to: 'B', policy: 'Fast' }, ['event.slaMoved clockName.resolution at A at B', 'event.slaPolicy Fast']],
  ['escalated', { act: 'notify', to: 'owner', staffIds: ['s1'] }, ['event.escalatedTo Anna']],
  ['legal-deadline-changed', { lastDay: ['2026-12-04', '2026-12-07'], why: 'wrong day' }, ['event.legalMoved on 2026-12-04 on 2026-12-07', 'event.why wrong day']],
  ['legal-deadline-changed', { from: '2026-12-04', to: null, because: { code: 'unmerged' } }, ['event.legalGone']],
  ['given-back', { because: { code: 'away' } }, ['event.givenBack', 'decision.away']],
  ['merged', { from: { id: 'x', number: 12 } }, ['event.mergedNumber 12']],
  ['merged', { into: { id: 'x', number: 12 } }, ['event.mergedInto 12']],
  ['unmerged', { into: { id: 'x', number: 12 } }, ['event.unmergedNumber 12']],
  ['legal-deadline-changed', { from: '2026-12-04', to: '2026-12-07', why: 'x' }, ['event.legalMoved on 2026-12-04 on 2026-12-07', 'event.why x']],
])('%s is one quiet sentence', (name, detail, words) => expect(eventWords({ name, detail }, t, names, null)).toEqual(words))
