/** Which point of a scale a typed digit means; null: none. A 0 soon after a 1 is a ten. */
export function pointOf(digit: number, before: number | null, min: number, max: number): number | null {
  const point = before === 1 && digit === 0 && max >= 10 ? 10 : digit
  return point >= min && point <= max ? point : null
}
