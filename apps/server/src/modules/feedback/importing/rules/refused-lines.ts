// What of a file was not taken. A file that is wrong throughout is told in a thousand lines, not in fifty thousand.
export interface RefusedLine { line: number; sentence: string }

const mostTold = 1000

export function tellable(refused: readonly RefusedLine[]): RefusedLine[] {
  const sorted = refused.toSorted((a, b) => a.line - b.line)
  const beyond = sorted.length - mostTold
  return beyond <= 0 ? sorted : [...sorted.slice(0, mostTold), { line: sorted[mostTold]!.line, sentence: `From this line on ${beyond} more were refused, for like reasons.` }]
}
