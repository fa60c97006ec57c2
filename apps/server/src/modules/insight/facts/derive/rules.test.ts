// Guards the rules by which a diary is counted, each in a table.
import { describe, expect, test } from 'vitest'
import { usualSettings } from '../settings/read-settings.ts'
import { grouping } from './counting-rules.ts'
import { at, factsOf, groundOf, rules, told, type Past } from './story.fixture.ts'
import { ticketFacts } from './ticket-facts.ts'
import { handlingSpan, timingMeasures } from './timing-measures.ts'

describe('the life of a ticket', () => {
  test.each<[string, Past, string[], string[]]>([
    ['is opened with the place its own transaction gave it', { lines: ['10:00 with queueId q1>q2', '10:05 queueId q2>q3'] }, ['ticket-opened', 'ticket-transferred'], ['ticket-opened 10:00 q2 nobody opened=1', 'ticket-transferred 10:05 q2 nobody transferred=1']],
    ['is closed by whoever did it, and opened again as it stands then', { lines: ['10:05 assigneeId >ewa', '10:30 status new>closed by jan', '10:40 in status closed>open', '11:00 status open>closed'] }, ['ticket-closed', 'ticket-reopened'],
      ['ticket-closed 10:30 q1 jan closed=1', 'ticket-reopened 10:40 q1 ewa reopened=1', 'ticket-closed 11:00 q1 nobody closed=1']],
    ['is not closed by being merged, nor opened by the merge taken back', { lines: ['10:30 status new>closed mergedIntoId >t2', '10:40 status closed>new mergedIntoId t2>'] }, ['ticket-closed', 'ticket-reopened'], []],
    ['is passed on to another queue, not to its first one', { lines: ['10:05 queueId >q2', '10:10 queueId q2>q3'], begin: { queueId: null } }, ['ticket-transferred'], ['ticket-transferred 10:10 q2 nobody transferred=1']],
    ['is passed on to another team, not within one, also through nobody’s hands', { lines: ['10:05 assigneeId >ewa', '10:10 assigneeId ewa>ola', '10:15 assigneeId ola>', '10:20 assigneeId >jan'] }, ['ticket-transferred'], ['ticket-transferred 10:20 q1 ola transferred=1']],
    ['is passed on once by a move that takes its owner away', { lines: ['10:05 assigneeId >ewa', '10:10 queueId q1>q2 assigneeId ewa>', '10:15 assigneeId >jan'] }, ['ticket-transferred'], ['ticket-transferred 10:10 q1 ewa transferred=1']],
  ])('%s', (_, past, kinds, wanted) => expect(told(past, kinds, { teamOf: (staff) => (staff === null ? null : staff === 'jan' ? 'back' : 'front') })).toEqual(wanted))

  test('of a merged one only entries are told', () => {
    expect(factsOf({ lines: ['10:00 in', '10:05 status new>closed by ewa', '10:30 mergedIntoId >t2'] }).map((f) => f.kind)).toEqual(['entry'])
  })
})

describe('how long it was open', () => {
  test.each<[string, Past, string[]]>([
    ['in pieces of one owner, queue, reason and place', { lines: ['10:05 assigneeId >ewa', '10:10 reasonId >r1', '10:20 status new>waiting', '10:30 status waiting>closed'] },
      ['stay-entered 10:00 q1 nobody entered=1', 'stay-entered 10:05 q1 ewa entered=1', 'stay-left 10:05 q1 nobody left=1', 'stay-entered 10:10 q1 ewa entered=1', 'stay-left 10:10 q1 ewa left=1', 'stay-left 10:30 q1 ewa left=1']],
    ['without pieces that took no time', { lines: ['10:05 assigneeId >ewa', '10:05 assigneeId ewa>jan'] }, ['stay-entered 10:00 q1 nobody entered=1', 'stay-entered 10:05 q1 jan entered=1', 'stay-left 10:05 q1 nobody left=1']],
    ['not at all where it was closed in the transaction that opened it', { lines: ['10:00 with status new>closed'] }, []],
    ['again after it was opened again', { lines: ['10:30 status new>closed', '10:40 in status closed>open'] }, ['stay-entered 10:00 q1 nobody entered=1', 'stay-left 10:30 q1 nobody left=1', 'stay-entered 10:40 q1 nobody entered=1']],
    ['no longer from a merge on, and again when it is taken back', { lines: ['10:30 status new>closed mergedIntoId >t2', '10:40 status closed>new mergedIntoId t2>'] }, ['stay-entered 10:00 q1 nobody entered=1', 'stay-left 10:30 q1 nobody left=1', 'stay-entered 10:40 q1 nobody entered=1']],
  ])('%s', (_, past, wanted) => expect(told(past, ['stay-entered', 'stay-left'])).toEqual(wanted))

  test('leaves with the dimensions it entered with', () => {
    let teams = 0
    const [entered, left] = factsOf({ lines: ['10:30 status new>closed'], begin: { assigneeId: 'ewa' } }, { teamOf: () => `team ${++teams}` }).filter((f) => f.kind === 'stay-entered' || f.kind === 'stay-left')
    expect({ ...left, kind: '', at: 0, measures: {} }).toEqual({ ...entered, kind: '', at: 0, measures: {} })
  })
})

describe('entries', () => {
  test.each<[string, string, string[]]>([
    ['a customer’s mail', '10:01 in', ['contact-in=1']], ['our answer', '10:01 out by ewa', ['contact-out=1']], ['a note', '10:01 note by ewa', ['note=1']], ['a machine’s mail', '10:01 robot', []], ['a confirmation', '10:01 auto confirming', ['automatic-out=1']],
    ['an answer taken back', '10:01 out by ewa undone', []], ['a call that somebody took', '10:01 call by ewa', ['contact-in=1']], ['a call that nobody took', '10:01 call', ['contact-in=1']], ['a change', '10:01 status new>open', []],
  ])('%s is counted once as what it is', (_, line, wanted) => expect(factsOf({ lines: [line] }).filter((f) => f.kind === 'entry').flatMap((f) => Object.entries(f.measures).map(([k, v]) => `${k}=${v}`))).toEqual(wanted))

  test('carry how long the customer waited for them, in time and in business time of the queue answered in', () => {
    const past = { lines: ['10:00 in', '10:30 out by ewa', '11:00 in', '12:00 out by jan'], story: { responses: [{ kind: 'first-response' as const, entryId: 'e2', askedAt: at('10:00'), answeredAt: at('10:30'), queueId: 'q1', settledAt: at('10:30') }, { kind: 'next-response' as const, entryId: 'e4', askedAt: at('11:00'), answeredAt: at('12:00'), queueId: 'q2', settledAt: at('12:00') }] } }
    const asked: unknown[] = []
    const timeIn = (queueId: string | null, asOf: number) => { asked.push([queueId, asOf]); return { add: (a: number) => a, between: (a: number, b: number) => (b - a) / 4, steps: () => [] } }
    expect(told(past, ['entry'], { timeIn })).toEqual(['entry 10:00 q1 nobody contact-in=1', 'entry 10:30 q1 ewa contact-out=1 first-response=450 first-response-clock=1800', 'entry 11:00 q1 nobody contact-in=1', 'entry 12:00 q1 jan contact-out=1 next-response=900 next-response-clock=3600'])
    expect(asked).toEqual([['q1', at('10:30')], ['q2', at('12:00')]])
  })

  test('of a record say how whole it is, with what its own transaction brought along', () => {
    const byHand = (decision: string, result: string) => ({ kind: 'call' as const, direction: 'in' as const, byHand: { request: 'x', decision, result }, at: at('10:00'), toldAt: at('10:00'), transaction: 0 })
    const completeness = (past: Past) => factsOf(past).filter((f) => f.measures.recorded === 1).map((f) => [f.measures.completeness, f.measures['without-result']])
    expect(completeness({ lines: ['10:00 note by ewa', '10:00 with reasonId >r1'], entries: [byHand('', 'done'), byHand('', ''), byHand('d', '')] })).toEqual([[1, 0], [0.75, 1], [1, 1]])
    expect(completeness({ begin: { queueId: null }, lines: ['10:00 note by ewa', '10:05 reasonId >r1'], entries: [byHand('', '')] })).toEqual([[0.25, 1]])
  })

  test.each<[string, string[], number[]]>([
    ['only a machine had answered', ['10:00 in', '10:01 auto', '10:30 status new>closed'], [1]], ['a person had', ['10:00 in', '10:01 auto', '10:10 out by ewa', '10:30 status new>closed'], [0]], ['nobody had', ['10:00 in', '10:30 status new>closed'], [0]],
    ['a confirmation is no answer', ['10:00 in', '10:01 auto confirming', '10:30 status new>closed'], [0]], ['it is open', ['10:00 in', '10:01 auto'], []], ['both contacts count', ['10:00 in', '10:01 auto', '10:02 in', '10:30 status new>closed'], [1, 1]],
  ])('tell whether %s', (_, lines, wanted) => expect(factsOf({ lines }).flatMap((f) => f.measures['answered-by-machine'] ?? [])).toEqual(wanted))
})

describe('clocks', () => {
  const clock = (kind: 'first-response' | 'next-response' | 'resolution', instant: string, kept: boolean) => ({ kind, cycle: 1, at: at(instant), kept })
  const placed = ['10:00 with queueId q1>q2', '10:00 with reasonId >r1', '10:00 with locationId >l1', '10:00 with assigneeId >ewa']
  test.each<[string, Past, (string | null)[]]>([
    ['of before its ticket was written down stand where that placed it', { created: '9 10:00', lines: placed.map((line) => `9 ${line}`), story: { clocks: [clock('first-response', '3 12:00', true), clock('resolution', '4 12:00', false)] } }, ['q2', 'r1', 'l1', 'ewa', 'q2', 'r1', 'l1', 'ewa']],
    ['stand where the ticket stood then, wherever it went', { lines: [...placed, '12:00 queueId q2>q3', '12:30 assigneeId ewa>jan'], story: { clocks: [clock('resolution', '11:59', false), clock('next-response', '12:00', true)] } }, ['q2', 'r1', 'l1', 'ewa', 'q3', 'r1', 'l1', 'ewa']],
  ])('%s', (_, past, wanted) => expect(factsOf(past).flatMap((f) => (f.kind === 'clock' ? [f.queueId, f.reasonId, f.locationId, f.staffId] : []))).toEqual(wanted))

  test('met by a contact that is written down late stand where its writing down took the ticket, as the contact does', () => {
    const past: Past = { lines: ['10:00 in', '15:00 out by ewa', '15:00 queueId q1>q4'], story: { clocks: [clock('first-response', '11:00', true)], responses: [{ kind: 'first-response' as const, entryId: 'e2', askedAt: at('10:00'), answeredAt: at('11:00'), queueId: 'q4', settledAt: at('15:00') }] } }
    const ground = groundOf(past)
    const entries = ground.story.entries.map((e) => (e.id === 'e2' ? { ...e, at: at('11:00'), transaction: 3 } : e))
    const made = ticketFacts({ ...ground, story: { ...ground.story, entries } }, rules())
    expect(made.filter((f) => f.kind === 'clock' || f.measures['contact-out'] === 1).map((f) => [f.kind, f.queueId])).toEqual([['clock', 'q4'], ['entry', 'q4']])
  })
})

describe('complaints', () => {
  test.each<[string, Past, string[]]>([
    ['stand where what made them one took the ticket, at the time of the contact that brought them', { created: '9 10:00', lines: ['9 10:00 with queueId q1>q2', '9 11:00 queueId q2>q3'], story: { complaint: { at: at('2 10:00'), transaction: 0 } } }, ['complaint 2 10:00 q2 nobody complaint=1 complaint-repeated=0']],
    ['moved there are of the moving', { lines: ['10:30 queueId q1>q2 assigneeId >ewa', '11:00 queueId q2>q3'], story: { complaint: { at: at('10:30'), transaction: 1 } } }, ['complaint 10:30 q2 ewa complaint=1 complaint-repeated=0']],
    ['by a term of law stand where the ticket stood when it got one', { lines: ['10:30 queueId q1>q2'], story: { complaint: { at: at('10:29'), transaction: null } }, ground: { complainedBefore: true } }, ['complaint 10:29 q1 nobody complaint=1 complaint-repeated=1']],
  ])('%s', (_, past, wanted) => expect(told(past, ['complaint'])).toEqual(wanted))
})

describe('what a closed ticket came to', () => {
  const resolved = (past: Past) => factsOf(past).find((f) => f.kind === 'ticket-resolved')
  test('is told at its last closing: from the beginning, less what it waited for the customer, closed time included', () => {
    const fact = resolved({ lines: ['10:00 in', '10:30 out by ewa status new>waiting', '11:00 in status waiting>open', '11:30 status open>closed', '12:30 in status closed>open', '13:00 status open>closed by ewa'] })!
    expect(fact).toMatchObject({ at: at('13:00'), staffId: 'ewa', measures: { 'resolution-clock': 2.5 * 3600, 'resolution': 1.25 * 3600, 'waiting-for-customer': 1800, 'one-touch': 0, 'reopened-after': 1, 'thread-length': 4, 'with-reason': 0 } })
  })
  test.each<[string, string[], object]>([
    ['one human reply and no return is one touch', ['10:00 in', '10:10 out by ewa', '10:30 status new>closed'], { 'one-touch': 1 }], ['two are not', ['10:00 in', '10:10 out by ewa', '10:11 out by ewa', '10:30 status new>closed'], { 'one-touch': 0, 'thread-length': 3 }],
    ['none is not', ['10:00 in', '10:30 status new>closed'], { 'one-touch': 0 }], ['a call somebody took is one', ['10:00 call by ewa', '10:30 status new>closed'], { 'one-touch': 1, 'thread-length': 0 }],
    ['a machine’s answer is none', ['10:00 in', '10:01 auto', '10:10 out by ewa', '10:30 status new>closed'], { 'one-touch': 1, 'thread-length': 2 }], ['the reason of then', ['10:10 reasonId >r1', '10:30 status new>closed', '11:00 reasonId r1>'], { 'with-reason': 1 }],
  ])('%s', (_, lines, measures) => expect(resolved({ lines })!.measures).toMatchObject(measures))
  test('is nothing while it is open or merged', () => {
    expect([resolved({ lines: ['10:30 status new>closed', '10:40 status closed>open'] }), resolved({ lines: ['10:30 status new>closed', '10:40 mergedIntoId >t2'] })]).toEqual([undefined, undefined])
  })
  test('belongs to whose it was, of nobody’s to who closed it', () => {
    expect(resolved({ lines: ['10:30 status new>closed by jan'], begin: { assigneeId: 'ewa' } })!.staffId).toBe('ewa')
    expect(resolved({ lines: ['10:30 status new>closed by jan'] })!.staffId).toBe('jan')
  })
})

describe('windows of repeats', () => {
  const lines = ['10:30 status new>closed']
  const end = at('8 10:30')
  const alone = { cameBack: false, followsOne: false, isFollowed: false }
  test.each<[string, typeof alone, number, object]>([
    ['are open until they end', { ...alone, cameBack: true }, end - 1, { 'repeat-open': 1, 'chain-open': 1 }], ['are held open an hour longer', alone, end + 3_599_999, { 'repeat-open': 1, 'chain-open': 1 }], ['are kept', alone, end + 3_600_000, { 'repeat-kept': 1, 'chain-kept': 1 }],
    ['are not where the customer came back', { ...alone, cameBack: true }, end + 3_600_000, { 'repeat-kept': 0, 'chain-kept': 1 }], ['nor where another followed', { ...alone, isFollowed: true }, end + 3_600_000, { 'repeat-kept': 1, 'chain-kept': 0 }],
    ['say nothing of chains where the ticket begins none', { ...alone, followsOne: true }, end + 3_600_000, { 'repeat-kept': 1 }], ['nor while they are open', { ...alone, followsOne: true }, end, { 'repeat-open': 1 }],
  ])('%s', (_, company, now, measures) => expect(factsOf({ lines, ground: { company } }, { now }).find((f) => f.kind === 'ticket-window')!.measures).toEqual(measures))
  test('were not kept by a ticket opened again', () => {
    expect(factsOf({ lines: [...lines, '10:40 status closed>open', '10:50 status open>closed'] }).find((f) => f.kind === 'ticket-window')!.measures).toEqual({ 'repeat-kept': 0, 'chain-kept': 1 })
  })
  test('are as long as settings of the closing say', () => {
    const settingsAt = (instant: number) => ({ ...usualSettings, repeatWindowDays: instant < at('2 00:00') ? 2 : 30 })
    expect(factsOf({ lines }, { settingsAt, now: at('4 00:00') }).find((f) => f.kind === 'ticket-window')!.measures).toMatchObject({ 'repeat-kept': 1 })
  })
})

describe('times of calls', () => {
  const settings = { ...usualSettings, answerWithinByQueue: { slow: 60 } }
  const t = (clock: string) => `2026-03-01T10:${clock}Z`
  test.each<[string, object, object, string?, ('in' | 'out')?]>([
    ['answered in time', { offeredAt: t('00:00'), answeredAt: t('00:20'), endedAt: t('05:20'), holdSeconds: 60, wrapUpSeconds: 30 }, { 'offered': 1, 'answered': 1, 'answered-wait': 20, 'answered-within': 1, 'handle': 330, 'talk': 240, 'hold': 60, 'wrap-up': 30 }],
    ['a second late', { offeredAt: t('00:00'), answeredAt: t('00:21') }, { 'offered': 1, 'answered': 1, 'answered-wait': 21, 'answered-within': 0 }], ['in time for its queue', { offeredAt: t('00:00'), answeredAt: t('00:21') }, { 'answered-within': 1, 'offered': 1, 'answered': 1, 'answered-wait': 21 }, 'slow'],
    ['answered at once', { answeredAt: t('00:00'), endedAt: t('00:10') }, { 'offered': 1, 'answered': 1, 'answered-wait': 0, 'answered-within': 1, 'handle': 10, 'talk': 10, 'hold': 0, 'wrap-up': 0 }],
    ['given up early', { offeredAt: t('00:00'), abandonedAt: t('00:04.999') }, { 'offered': 1, 'abandoned-short': 1 }], ['given up', { offeredAt: t('00:00'), abandonedAt: t('00:05') }, { 'offered': 1, 'abandoned': 1, 'abandoned-wait': 5 }],
    ['given up late', { offeredAt: t('00:00'), abandonedAt: t('00:20.001') }, { 'offered': 1, 'abandoned': 1, 'abandoned-wait': 20.001, 'abandoned-late': 1 }], ['given up at the last moment in time', { offeredAt: t('00:00'), abandonedAt: t('00:20') }, { 'offered': 1, 'abandoned': 1, 'abandoned-wait': 20 }],
    ['left in the menu', { menuAt: t('00:00'), menuOutcome: 'left', endedAt: t('00:30') }, { 'menu-entered': 1, 'menu-left': 1 }], ['served by the menu', { menuAt: t('00:00'), menuOutcome: 'served' }, { 'menu-entered': 1, 'menu-left': 0 }],
    ['through the menu to a person', { menuAt: t('00:00'), offeredAt: t('00:10'), answeredAt: t('00:15') }, { 'menu-entered': 1, 'menu-left': 0, 'offered': 1, 'answered': 1, 'answered-wait': 5, 'answered-within': 1 }],
    ['still ringing', { offeredAt: t('00:00') }, { offered: 1 }], ['our own', { answeredAt: t('00:00'), endedAt: t('01:00') }, { 'handle': 60, 'talk': 60, 'hold': 0, 'wrap-up': 0 }, undefined, 'out'],
  ])('%s', (_, timing, wanted, queueId = 'q1', direction = 'in') => expect(timingMeasures({ direction, timing: timing as Record<string, unknown>, cancelled: false }, queueId, settings)).toEqual(wanted))

  test('keep somebody busy from the answer until it is wrapped up', () => {
    expect(handlingSpan({ answeredAt: t('00:00'), endedAt: t('01:00'), wrapUpSeconds: 30 })).toEqual({ from: Date.parse(t('00:00')), to: Date.parse(t('01:30')) })
    expect([handlingSpan({ offeredAt: t('00:00') }), handlingSpan({ answeredAt: t('00:00') })]).toEqual([null, null])
  })
})

describe('whose team', () => {
  const { teamOf, reasonOf, segmentsOf } = grouping({
    members: [{ id: 'ewa', teamId: 'a', since: null, until: 100 }, { id: 'ewa', teamId: 'b', since: 100, until: null }, { id: 'ola', teamId: 'c', since: 50, until: null }, { id: 'ola', teamId: 'a', since: 50, until: null }],
    servers: [{ id: 'q1', teamId: 'c', since: null, until: null }, { id: 'q2', teamId: 'a', since: null, until: 100 }, { id: 'q2', teamId: 'b', since: null, until: null }], mergedReasons: [{ id: 'old', into: 'new' }], choiceFields: ['brand', 'kind'],
  })
  test.each<[string, string | null, string | null, number, string | null]>([
    ['as it was then', 'ewa', 'q1', 99, 'a'], ['and from the very instant', 'ewa', 'q1', 100, 'b'], ['of two the one that serves the queue', 'ola', 'q1', 60, 'c'], ['else the smallest', 'ola', 'q9', 60, 'a'], ['before anybody had one the queue’s', 'ola', 'q1', 49, 'c'],
    ['nobody’s is the queue’s only one', null, 'q1', 60, 'c'], ['not one of several', null, 'q2', 60, null], ['until it is the only one', null, 'q2', 100, 'b'], ['of no queue none', null, null, 60, null],
  ])('%s', (_, staff, queue, instant, wanted) => expect(teamOf(staff, queue, instant)).toBe(wanted))
  test('and a merged reason is the one it was merged into, a field without a choice none', () => {
    expect([reasonOf('old'), reasonOf('new'), reasonOf(null)]).toEqual(['new', 'new', null])
    expect([segmentsOf({ brand: 'x', note: 'y', kind: '' }), segmentsOf({ brand: null })]).toEqual([{ brand: 'x' }, null])
  })
})
