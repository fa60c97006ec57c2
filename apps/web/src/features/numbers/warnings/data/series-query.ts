// The line a warning is drawn as: enough before it to see what is usual, up to when it was seen last. Pure.
import { addDays, dayIn, type MetricQuery, type Warning } from '@kontuar/contracts'
import { isOfScores } from '../words/said.ts'

const dayMs = 86_400_000
const daysBefore = 28
const weeksBefore = 12
const longest = 120

type Drawn = Pick<Warning, 'kind' | 'beganAt' | 'seenAt' | 'rows'>
/** Null: there is nothing to draw. Scores of a day are few, so they are read by the week; a silence of hours by the hour. */
export function seriesQuery({ kind, beganAt, seenAt, rows }: Drawn, timeZone: string): (MetricQuery & { step: 'hour' | 'day' | 'week' }) | null {
  if (rows === null) return null
  const [began, seen] = [dayIn(new Date(beganAt), timeZone), dayIn(new Date(seenAt), timeZone)]
  const held = (Date.parse(seen) - Date.parse(began)) / dayMs
  const step = kind === 'silence' && held <= 2 ? 'hour' : isOfScores(kind) || held > longest - daysBefore ? 'week' : 'day'
  const before = step === 'hour' ? 2 : step === 'week' ? weeksBefore * 7 : daysBefore
  return { metric: rows.metric, from: addDays(began, -before), to: addDays(seen, 1), step, ...(rows.where && { where: rows.where }) }
}
