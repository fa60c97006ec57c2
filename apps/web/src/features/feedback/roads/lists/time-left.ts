/** Whole hours until so many are sent at this pace, at least one; null: all at once, so there is nothing to wait for. */
export const timeLeft = (waiting: number, perHour: number | null): number | null => (perHour === null || waiting === 0 ? null : Math.max(1, Math.ceil(waiting / perHour)))
