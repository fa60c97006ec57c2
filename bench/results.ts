// The results screen of a survey with 1,000,000 answers beside one with 10,000 in the same organization, through the same stack: they are
// sums, so the number of answers must hardly matter. Requests alternate, so that a slow moment of the machine hits each alike.
// KONTUAR_BENCH_ANSWERS makes it smaller.
import { fillAnswers, type Answered } from './ground/fill-answers.ts'
import { ms, percentile, type Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'

const many = Number(process.env['KONTUAR_BENCH_ANSWERS'] ?? 1_000_000)
const few = many / 100

export async function benchResults(server: BenchServer, rounds = 100): Promise<Finding[]> {
  const [small, large] = [await fillAnswers(server.ownerUrl, few), await fillAnswers(server.ownerUrl, many)]
  const get = async (path: string) => {
    const from = performance.now()
    const response = await fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${server.token}` } })
    const body = (await response.json()) as { n?: number; items?: unknown[] }
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(body)}`)
    return { took: performance.now() - from, body }
  }
  for (const [survey, n] of [[small, few], [large, many]] as const) {
    const { body } = await get(`/surveys/${survey.surveyId}/results`)
    if (body.n !== n) throw new Error(`the survey should have ${n} answers and has ${body.n}`)
  }
  const day = (survey: Answered, back: number) => new Date(Date.parse(survey.lastDay) - back * 86_400_000).toISOString().slice(0, 10)
  const kinds: Record<string, (survey: Answered) => string> = {
    'results, the whole year': (s) => `/surveys/${s.surveyId}/results`,
    'results, the last 30 days beside those before': (s) => `/surveys/${s.surveyId}/results?from=${day(s, 30)}&until=${s.lastDay}`,
    'results of one location': (s) => `/surveys/${s.surveyId}/results?locationId=${s.locationId}`,
    'breakdown by location': (s) => `/surveys/${s.surveyId}/breakdown?by=location`,
    'breakdown by person, 30 days': (s) => `/surveys/${s.surveyId}/breakdown?by=staff&from=${day(s, 30)}&until=${s.lastDay}`,
    'trend by week': (s) => `/surveys/${s.surveyId}/trend?step=week`,
    'solved against said': (s) => `/surveys/${s.surveyId}/solved-against-said`,
    'the newest answers': (s) => `/answers?surveyId=${s.surveyId}`,
    'low answers of one location with a comment': (s) => `/answers?surveyId=${s.surveyId}&locationId=${s.locationId}&tone=low&commented=true`,
  }
  const took = new Map(Object.keys(kinds).map((kind) => [kind, { small: [] as number[], large: [] as number[] }]))
  for (let i = 0; i < rounds + 10; i++) {
    for (const [kind, path] of Object.entries(kinds)) {
      for (const [size, survey] of [['small', small], ['large', large]] as const) {
        const { took: time } = await get(path(survey))
        if (i >= 10) took.get(kind)![size].push(time)
      }
    }
  }
  return [...took].map(([kind, sample]) => {
    const [p95, reference] = [percentile(sample.large, 0.95), percentile(sample.small, 0.95)]
    return { what: `${kind} at ${many.toLocaleString('en')} answers, p95`, figure: ms(p95), reference: `${ms(reference)}, ${few.toLocaleString('en')} answers`, ratio: (p95 / reference).toFixed(2), wanted: '≤ 5', reached: p95 / reference <= 5 }
  })
}
