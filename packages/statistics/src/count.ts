/** @throws RangeError unless it is a whole number from 0; counts are refused, never rounded or clamped. */
export function assertCount(name: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${name} is a whole number from 0; it was ${count}.`)
}
