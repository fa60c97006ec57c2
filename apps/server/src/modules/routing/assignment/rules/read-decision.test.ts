// Guards what the history of owners says of a change that others made.
import { expect, test } from 'vitest'
import { readDecision, type OwnerEntry } from './read-decision.ts'

const entry = (given: Partial<OwnerEntry>): OwnerEntry => ({ kind: 'event', staffId: 'ewa', automatic: false, detail: {}, ...given })

test.each<[string, Partial<OwnerEntry>, object | null]>([
  ['took it', { detail: { assigneeId: [null, 'ewa'] } }, { to: 'ewa', mode: 'hand', because: { code: 'took' } }],
  ['answered it', { kind: 'message', detail: { assigneeId: [null, 'ewa'], status: ['new', 'open'] } }, { to: 'ewa', mode: 'hand', because: { code: 'answered' } }],
  ['gave it to a colleague', { detail: { assigneeId: ['ewa', 'jan'] } }, { to: 'jan', mode: 'hand', because: { code: 'given' } }],
  ['let it go', { detail: { assigneeId: ['ewa', null] } }, { to: null, mode: 'hand', because: { code: 'released' } }],
  ['moved it to where its owner does not serve', { detail: { assigneeId: ['jan', null], queueId: ['q', 'r'] } }, { to: null, mode: 'hand', because: { code: 'moved' } }],
  ['pulled it', { detail: { assigneeId: [null, 'ewa'], because: { code: 'pull' } } }, { to: 'ewa', mode: 'pull', because: { code: 'pull' } }],
  ['an escalation', { staffId: null, automatic: true, detail: { assigneeId: ['jan', 'ewa'], because: { code: 'escalation', step: 2 } } }, { to: 'ewa', mode: 'escalation', because: { code: 'escalation', step: 2 } }],
  ['the program took it away', { staffId: null, automatic: true, detail: { assigneeId: ['jan', null] } }, { to: null, mode: 'given-back', because: { code: 'moved' } }],
  ['the owner stayed', { detail: { status: ['new', 'open'] } }, null],
  ['an old entry of another shape', { detail: { assigneeId: 'ewa' } }, null],
])('%s', (_what, given, wanted) => expect(readDecision(entry(given))).toEqual(wanted))
