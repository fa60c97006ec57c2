/** Where a falling or rising condition changes from false to true between two numbers, to the last bit. */
export function turningPoint(holds: (x: number) => boolean, low: number, high: number): number {
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return high
    if (holds(middle)) high = middle
    else low = middle
  }
}
