/** What waits in a table of its own and failed alone is tried again after a minute, each time after twice as long, up to a day. @param attempts that failed before */
export const minutesUntilNextTry = (attempts: number): number => Math.min(2 ** attempts, 24 * 60)
