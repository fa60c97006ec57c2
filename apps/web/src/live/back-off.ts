/** Milliseconds before try number `failures` (1 = the first repetition): 0.5 s doubling to 30 s, half of it random, so that
 * a restarted server is not met by all browsers at once. `random` is in [0, 1). */
export const backOff = (failures: number, random: number): number => Math.min(30_000, 500 * 2 ** Math.max(0, failures - 1)) * (0.5 + random / 2)
