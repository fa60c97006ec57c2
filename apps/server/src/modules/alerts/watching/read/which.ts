// Which occurrences are read: those an event names, or all of a period. The two differ in one line of SQL, so that live and past see alike.

/** From inclusive, to exclusive; epoch milliseconds. */
export type Which = { ids: readonly string[] } | { from: number; to: number }

/** The line, with $2 and $3. */
export const whichSql = (which: Which, id: string, at: string): string => ('ids' in which ? `${id} = any ($2) and $3::timestamptz is null` : `${at} >= $2 and ${at} < $3`)
export const whichValues = (which: Which): unknown[] => ('ids' in which ? [which.ids, null] : [new Date(which.from).toISOString(), new Date(which.to).toISOString()])
/** For the name of the statement. */
export const whichName = (which: Which): 'named' | 'past' => ('ids' in which ? 'named' : 'past')
export const isNothing = (which: Which): boolean => 'ids' in which && which.ids.length === 0

export const msOf = (column: string): string => `floor(extract(epoch from ${column}) * 1000)::float8`
