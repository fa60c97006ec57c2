/** Where a falling or rising condition changes from false to true between two numbers, to the last bit. */
export function turningPoint(holds: (x: number) => boolean, low: number, high: number): number {
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return high
    if (holds(middle)) high = middle
    else low = middle
  }
}

/**
 * The root of a function that rises or falls between two numbers of different sign, by Newton's steps; where one would leave what is known to
 * hold the root, by halving. To fourteen digits.
 * @param slope of the function there
 */
export function root(of: (x: number) => number, slope: (x: number) => number, { low, high, near }: { low: number; high: number; near: number }): number {
  const rises = of(high) > 0
  let x = near > low && near < high ? near : (low + high) / 2
  for (let i = 0; i < 200; i++) {
    const value = of(x)
    if (value === 0) return x
    if (value > 0 === rises) high = x
    else low = x
    const newton = x - value / slope(x)
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= 1e-14 * Math.abs(x)) return next
    x = next
  }
  return x
}
