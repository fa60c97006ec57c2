// What one fact adds to the sums: one text, used by the tally, by readers for the facts that wait, and by the nightly check, so that
// they cannot count differently.
//
// Besides the questions themselves there are four rows of our own:
//   '~'          the answer: 'partial' or 'finished'; together they are n
//   '~step'      the step of an invitation: 'sent', 'bounced' …
//   '~answered'  by question: who answered it (of several choices there are more than answers)
//   '~road'      by road: its answers ('email answer') and steps ('email sent'), so that roads can be told apart in every other dimension too
// and '~last' of partial answers, as it was noted.

export const dimensions = ['all', 'road', 'channel', 'language', 'version', 'staff', 'team', 'queue', 'location', 'touchpoint'] as const
export type Dimension = (typeof dimensions)[number]

/**
 * Beside the sums by day stand those by month, under a dimension of their own and the first of the month as day: a breakdown by forty places
 * over a year would else read a hundred thousand rows (measured: 29 times as long at 200,000 answers as at 2,000).
 */
export const byMonth = (dimension: Dimension): string => `${dimension}/month`
/** The same in SQL, of a row with `dimension`. */
export const monthOf = `dimension || '/month'`

/** Stands for "none of it": the sums over the members of a dimension are the sum over all. */
export const noMember = '~none'

const columnOf: Record<Exclude<Dimension, 'all'>, string> = {
  road: 'f.road', channel: 'f.channel', language: 'f.language', version: 'f.version::text', staff: 'f.staff_id::text', team: 'f.team_id::text', queue: 'f.queue_id::text', location: 'f.location_id::text', touchpoint: 'f.touchpoint_id::text',
}

/** SQL of the member of fact `f` in a dimension; '' for all. */
export const memberOf = (dimension: Dimension): string => (dimension === 'all' ? `''` : `coalesce(${columnOf[dimension]}, '${noMember}')`)

const answered = `f.answer_id is not null`
const said = `select case when c.key = '~' and not (${answered}) then '~step' else c.key end, v.value from jsonb_each(f.counted) c, jsonb_array_elements_text(c.value) v`
const whoAnswered = `select '~answered', c.key from jsonb_each(f.counted) c where left(c.key, 1) <> '~' and jsonb_array_length(c.value) > 0`
const byRoad = `select '~road', coalesce(f.road, '${noMember}') || ' ' || case when ${answered} then 'answer' else v.value end from jsonb_array_elements_text(f.counted->'~') v`

/** Rows (question_id, value) of fact `f`, to be joined laterally. */
export const countedCells = `(${said} union all ${whoAnswered} union all ${byRoad}) q (question_id, value)`

/** Rows (dimension, member) of fact `f`. */
export const memberCells = `(values ${dimensions.map((d) => `('${d}', ${memberOf(d)})`).join(', ')}) d (dimension, member)`

/**
 * From-clause of the facts `f` that wait, of the organization $1. Each is looked up by its key (offset 0): joined, the planner, who cannot know
 * how few wait just now, would read all facts of a survey for them.
 */
export const waitingFacts = `(select fact_id from feedback_fact_waiting where org_id = $1) w cross join lateral (select * from feedback_fact f where f.org_id = $1 and f.id = w.fact_id offset 0) f`
