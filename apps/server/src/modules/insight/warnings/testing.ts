// Lives of organizations for tests: contacts, complaints, calls and answers of months, the same at every run, with what is planted in them.
import { createRandom } from './rules/random.fixture.ts'
import { buildFact, type TestFact } from '../sums/testing.ts'

export interface Life {
  /** The first day, and how many. UTC midnight; hours are 9 to 17 of it. */
  from: number
  days: number
  /** Contacts a working day (Sundays none). */
  incoming: number
  /** A contact. */
  complaints: number
  answers: number
  locationId?: string | null
  seed?: number
  /** What happens otherwise on a day: factors. */
  planted?: (day: number) => { incoming?: number; complaints?: number; answers?: number; promoters?: number; outside?: number }
  /** Whether an exchange counts the calls too. */
  exchange?: boolean
}

const [hour, day] = [3_600_000, 86_400_000]
const weekday = (at: number) => new Date(at).getUTCDay()

export function factsOfLife({ from, days, incoming, complaints, answers, locationId = null, seed = 1, planted = () => ({}), exchange = false }: Life): TestFact[] {
  const { uniform, count } = createRandom(seed)
  const facts: TestFact[] = []
  for (let i = 0; i < days; i++) {
    const start = from + i * day
    if (weekday(start) === 0) continue
    const change = planted(i)
    let calls = 0
    for (let h = 9; h < 17; h++) {
      const come = count(incoming / 8 * (change.incoming ?? 1))
      for (let c = 0; c < come; c++) {
        const at = start + h * hour + Math.floor(uniform() * hour)
        facts.push(buildFact({ kind: 'entry', at, locationId, channel: 'phone', measures: { 'contact-in': 1 } }))
        calls++
        if (uniform() < complaints * (change.complaints ?? 1)) facts.push(buildFact({ kind: 'complaint', at, locationId, measures: { 'complaint': 1, 'complaint-repeated': 0 } }))
        if (uniform() < answers * (change.answers ?? 1)) {
          const draw = uniform()
          const promoters = change.promoters ?? 0.6
          const tone = draw < promoters ? 'promoter' : draw < promoters + 0.25 ? 'passive' : 'detractor'
          facts.push(buildFact({ kind: 'answer', at, locationId, measures: { 'answer': 1, 'nps': tone === 'promoter' ? 10 : tone === 'passive' ? 8 : 3, [tone]: 1 } }))
        }
      }
    }
    const counted = Math.round(calls * (change.outside ?? 1))
    if (exchange && counted > 0) facts.push(buildFact({ kind: 'outside', at: start, locationId, channel: 'phone', measures: { 'outside-calls': counted } }))
  }
  return facts
}
