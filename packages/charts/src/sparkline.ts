// A line without axes beside a number, as paths of SVG: nine of them on a dashboard are not worth nine charts.
import { shownValue, type Point } from './result.ts'

export interface Sparkline {
  /** Runs without a gap. */
  lines: readonly string[]
  /** Where it usually lies, one area for each run. */
  bands: readonly string[]
  /** The last shown value; `open`: its stretch is still running. */
  end: { x: number; y: number; open: boolean } | null
}
export interface Box { width: number; height: number; /** Room for the dot at the end. */ margin: number }

const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** @param now when the figures were read: what ends after it is not over */
export function sparkline(points: readonly Point[], { width, height, margin }: Box, now: string): Sparkline {
  const ends = points.flatMap(({ figure, band }) => [shownValue(figure), band?.low ?? null, band?.high ?? null]).filter((each) => each !== null)
  if (ends.length === 0 || points.length === 0) return { lines: [], bands: [], end: null }
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const x = (index: number) => margin + (points.length === 1 ? (width - 2 * margin) / 2 : (index / (points.length - 1)) * (width - 2 * margin))
  const y = (value: number) => (high === low ? height / 2 : margin + (1 - (value - low) / (high - low)) * (height - 2 * margin))
  const runs = (has: (point: Point) => boolean): number[][] => points.reduce<number[][]>((found, point, index) => {
    if (!has(point)) return found
    if (found.at(-1)?.at(-1) === index - 1) found.at(-1)!.push(index)
    else found.push([index])
    return found
  }, [])
  const last = points.findLastIndex(({ figure }) => shownValue(figure) !== null)
  return {
    lines: runs(({ figure }) => shownValue(figure) !== null).filter((run) => run.length > 1).map((run) => `M${run.map((index) => at(x(index), y(points[index]!.figure.value!))).join('L')}`),
    bands: runs(({ band }) => band !== null).filter((run) => run.length > 1).map((run) => `M${run.map((index) => at(x(index), y(points[index]!.band!.high))).join('L')}L${run.toReversed().map((index) => at(x(index), y(points[index]!.band!.low))).join('L')}Z`),
    end: last < 0 ? null : { x: x(last), y: y(points[last]!.figure.value!), open: Date.parse(points[last]!.to) > Date.parse(now) },
  }
}
