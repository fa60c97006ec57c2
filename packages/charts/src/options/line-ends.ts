// What stands at the end of each line: its name where there are several, and its last value. Lines that end near each other would write over one
// another, and ECharts moves labels only within one series; so their places are reckoned here.
import { fitted, widthOf, type Frame } from '../drawn.ts'
import type { Scale } from '../nice-scale.ts'
import { shownValue, type Read } from '../result.ts'
import { valueText } from '../text/figure-text.ts'
import type { Panel } from './line-parts.ts'

const [size, lineHigh] = [12, 15] as const
export interface LineEnd { lines: readonly string[]; /** In pixels, from the last point of the line. */ offset: [x: number, y: number] }

/** Pixels right of the charts; a name may take two lines. */
export function roomOfEnds(reads: readonly Read[], frame: Frame): number {
  const many = reads.length > 1
  const most = frame.width * 0.34
  const widest = Math.max(0, ...reads.flatMap((read) => endLines(read, many, frame, most - 14)).map((line) => widthOf(line, size)))
  return Math.min(most, widest + 14)
}

export function lineEnds(panel: Panel, { many, scale, frame, right, top, high, across }: { many: boolean; scale: Scale; frame: Frame; right: number; top: number; high: number; across: number }): LineEnd[] {
  const ends = panel.map((read) => {
    const points = read.result.points ?? []
    const last = points.findLastIndex(({ figure }) => shownValue(figure) !== null)
    const lines = endLines(read, many, frame, right - 8)
    const y = last < 0 ? 0 : top + high * (1 - (points[last]!.figure.value! - scale.min) / (scale.max - scale.min || 1))
    // Side by side in the margin: one within the chart would lie on the other's line.
    return { lines, y, to: y, tall: lines.length * lineHigh, x: panel.length > 1 && last >= 0 ? ((points.length - 1 - last) * across) / points.length : 0 }
  })
  const order = ends.filter(({ tall }) => tall > 0).toSorted((one, other) => one.y - other.y)
  order.forEach((end, i) => { const above = order[i - 1]; if (above) end.to = Math.max(end.to, above.to + (above.tall + end.tall) / 2) })
  // What was pushed out below comes back up, and takes those above it along.
  order.toReversed().forEach((end, i, upwards) => {
    const below = upwards[i - 1]
    end.to = Math.min(end.to, below ? below.to - (below.tall + end.tall) / 2 : top + high + 8 - end.tall / 2)
  })
  return ends.map(({ lines, x, y, to }) => ({ lines, offset: order.length > 1 ? [x, to - y] : [0, 0] }))
}

function endLines({ metric, result }: Read, many: boolean, { locale }: Frame, room: number): string[] {
  const last = result.points?.findLast(({ figure }) => shownValue(figure) !== null)
  if (!last) return []
  return [...(many ? twoLines(metric.label, room) : []), fitted(valueText(metric, last.figure.value!, locale), room, size)]
}

function twoLines(name: string, room: number): string[] {
  if (widthOf(name, size) <= room) return [name]
  const words = name.split(' ')
  let count = 1
  while (count < words.length && widthOf(words.slice(0, count + 1).join(' '), size) <= room) count++
  return [words.slice(0, count), words.slice(count)].filter((line) => line.length > 0).map((line) => fitted(line.join(' '), room, size))
}
