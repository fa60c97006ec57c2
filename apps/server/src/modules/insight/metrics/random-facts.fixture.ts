// Random facts as those who note them could have noted: measures stand together as they do in life, stays are entered and left.
import fc from 'fast-check'
import type { FactKind, MeasureName, NewFact } from '../facts/measures.ts'
import { buildFact, takeBack, type TestFact } from '../sums/testing.ts'

export interface Pools { queues: (string | null)[]; locations: (string | null)[]; staff: (string | null)[]; teams: (string | null)[]; reasons: (string | null)[]; surveys: (string | null)[]; touchpoints: (string | null)[]; fieldId: string; options: string[] }

type Measures = Partial<Record<MeasureName, number>>
const yesNo = fc.constantFrom(0, 1)
/** Milliseconds too: durations are seldom whole seconds. */
const seconds = fc.oneof(fc.constantFrom(0, 0.4, 1, 5, 20, 60), fc.integer({ min: 0, max: 5_000_000 }).map((ms) => ms / 1000), fc.integer({ min: 0, max: 2_000_000 }))
const maybe = (arbitrary: fc.Arbitrary<Measures>): fc.Arbitrary<Measures> => fc.oneof(arbitrary, fc.constant({}))
const record = (model: { [name in MeasureName]?: fc.Arbitrary<number> }): fc.Arbitrary<Measures> => fc.record(model) as fc.Arbitrary<Measures>
const all = (...arbitraries: fc.Arbitrary<Measures>[]): fc.Arbitrary<Measures> => fc.tuple(...arbitraries).map((parts) => Object.assign({}, ...parts) as Measures)
const one = fc.constant(1)

const calls: fc.Arbitrary<Measures> = fc.oneof(
  record({ 'offered': one, 'answered': one, 'answered-wait': seconds, 'answered-within': yesNo, 'handle': seconds, 'talk': seconds, 'hold': seconds, 'wrap-up': seconds }),
  record({ 'offered': one, 'abandoned': one, 'abandoned-wait': seconds }), record({ 'offered': one, 'abandoned': one, 'abandoned-wait': seconds, 'abandoned-late': one }), record({ 'offered': one, 'abandoned-short': one }),
  record({ 'menu-entered': one, 'menu-left': yesNo }),
)

const measuresOfKind: Record<Exclude<FactKind, 'stay-entered' | 'stay-left'>, fc.Arbitrary<Measures>> = {
  'ticket-opened': record({ opened: one }), 'ticket-closed': record({ closed: one }), 'ticket-reopened': record({ reopened: one }), 'ticket-transferred': record({ transferred: one }),
  'ticket-resolved': record({ 'resolution': seconds, 'resolution-clock': seconds, 'waiting-for-customer': seconds, 'one-touch': yesNo, 'thread-length': fc.integer({ min: 1, max: 60 }), 'rated': yesNo, 'reopened-after': yesNo, 'with-reason': yesNo }),
  'ticket-window': all(fc.oneof(record({ 'repeat-kept': yesNo }), record({ 'repeat-open': one })), maybe(fc.oneof(record({ 'chain-kept': yesNo }), record({ 'chain-open': one })))),
  'complaint': record({ 'complaint': one, 'complaint-repeated': yesNo }),
  'clock': fc.constantFrom('sla-first-response', 'sla-next-response', 'sla-resolution').chain((which) => yesNo.map((kept): Measures => ({ 'sla-kept': kept, [which]: kept }))),
  'entry': all(
    fc.oneof(record({ 'contact-in': one }), all(record({ 'contact-out': one }), maybe(fc.oneof(record({ 'first-response': seconds, 'first-response-clock': seconds }), record({ 'next-response': seconds, 'next-response-clock': seconds })))), record({ 'automatic-out': one }), record({ 'note': one })),
    maybe(calls), maybe(record({ 'recorded': one, 'completeness': fc.constantFrom(0, 0.25, 1 / 3, 0.5, 1), 'without-result': yesNo })), maybe(record({ 'answered-by-machine': yesNo })), maybe(record({ 'review-stars': fc.integer({ min: 1, max: 5 }), 'review-good': yesNo })),
  ),
  'answer': all(record({ 'answer': one, 'commented': yesNo }), maybe(fc.integer({ min: 0, max: 10 }).map((nps): Measures => ({ nps, [nps >= 9 ? 'promoter' : nps >= 7 ? 'passive' : 'detractor']: 1 }))), maybe(record({ 'csat-satisfied': yesNo })), maybe(record({ 'ces-easy': yesNo, 'ces': fc.integer({ min: 1, max: 7 }) }))),
  'invitation': fc.oneof(record({ 'delivered-answered': yesNo }), record({ 'delivered-answered': fc.constant(0), 'unconfirmed': one })),
  'at-work': record({ available: seconds }),
  'outside': fc.oneof(record({ 'outside-calls': fc.integer({ min: 0, max: 50 }) }), record({ 'outside-forms': fc.integer({ min: 0, max: 50 }) })),
  'reading': fc.constantFrom('negative', 'neutral', 'positive').map((which): Measures => ({ negative: 0, neutral: 0, positive: 0, [which]: 1 })),
  'recovery': fc.oneof(
    record({ 'loop-opened': one }), record({ 'time-to-contact': seconds, 'time-to-contact-clock': seconds }), record({ 'contacted-in-time': yesNo }), record({ 'closed-in-time': yesNo }), record({ 'second-asked': one }),
    record({ recovered: yesNo }), record({ 'came-back-so-far': one }), record({ 'came-back': yesNo }), record({ 'came-back-open': one }),
  ),
}

/** From 20 December 2029 to 20 April 2030: two turns of the year and the night of 31 March, when clocks in Warsaw jump. */
const first = Date.UTC(2029, 11, 20)
const moment = fc.oneof(
  fc.integer({ min: 0, max: 121 * 86_400_000 }).map((ms) => first + ms), fc.integer({ min: 0, max: 2900 }).map((hour) => first + hour * 3_600_000),
  // Beginnings of days and months of Warsaw, and the hours about the change of clocks.
  fc.constantFrom(Date.UTC(2029, 11, 31, 23), Date.UTC(2030, 0, 31, 23), Date.UTC(2030, 2, 31, 22), Date.UTC(2030, 2, 31, 0, 30), Date.UTC(2030, 2, 31, 1, 0), Date.UTC(2030, 2, 31, 1, 30)),
)

export function randomFacts(pools: Pools): fc.Arbitrary<TestFact[]> {
  const of = <T>(values: readonly T[]) => fc.constantFrom(...values)
  const dimensions: fc.Arbitrary<Partial<NewFact>> = fc.record({
    channel: fc.constantFrom('email', 'phone', 'chat', 'form', null), language: fc.constantFrom('pl', 'ru', null), queueId: of(pools.queues), locationId: of(pools.locations), staffId: of(pools.staff), teamId: of(pools.teams), reasonId: of(pools.reasons),
    newcomer: fc.constantFrom(true, false, null), segments: fc.option(fc.constantFrom(...pools.options).map((option) => ({ [pools.fieldId]: option })), { nil: null }),
  })
  const asked = fc.record({ surveyId: of(pools.surveys), touchpointId: of(pools.touchpoints) })
  const single = fc.constantFrom(...(Object.keys(measuresOfKind) as (keyof typeof measuresOfKind)[])).chain((kind) => fc.tuple(fc.constant(kind), moment, measuresOfKind[kind], dimensions, asked))
    .map(([kind, at, measures, where, about]) => [buildFact({ kind, at, measures, ...where, ...(['answer', 'invitation', 'reading', 'recovery'].includes(kind) ? about : {}) })])
  const stay = fc.tuple(moment, fc.option(fc.integer({ min: 1, max: 40 * 86_400_000 }), { nil: null }), dimensions, fc.option(fc.integer({ min: 0, max: 20 * 86_400_000 }), { nil: null }), dimensions).map(([from, length, where, pause, then]) => {
    const entered = buildFact({ kind: 'stay-entered', at: from, measures: { entered: 1 }, ...where })
    const { subjectId } = entered
    const left = (of: TestFact, at: number) => buildFact({ ...of, id: crypto.randomUUID(), kind: 'stay-left', at, measures: { left: 1 } })
    if (length === null) return [entered]
    const facts = [entered, left(entered, from + length)]
    return pause === null ? facts : [...facts, buildFact({ kind: 'stay-entered', at: from + length + pause, measures: { entered: 1 }, ...then, subjectId })]
  })
  return fc.array(fc.tuple(fc.oneof({ weight: 9, arbitrary: single }, { weight: 1, arbitrary: stay }), fc.integer({ min: 0, max: 9 })), { minLength: 90, maxLength: 160 })
    .map((made) => made.flatMap(([facts, chance]) => (chance === 0 ? [...facts, ...facts.map(takeBack)] : facts)))
}
