// What flows down the pages: boxes of a known height. Where they stand is planned before anything is drawn.
import type { Pen, Section } from './pen.ts'

/** A part of the document's structure: what a screen reader announces. Boxes with the same group lie in the same element. */
export interface Group {
  type: 'Sect' | 'Table' | 'L' | 'LI' | 'LBody' | 'P' | 'BlockQuote' | 'H1' | 'H2' | 'H3' | 'Note' | 'Div'
  alt?: string
  /** Drawn again at the top of a page on which the group goes on. */
  head?: Box
}
export interface Box {
  height: number
  /** Above it; none at the top of a page. */
  gap: number
  /** Not the last of a page: its next one comes along. */
  keep?: boolean
  /** The outermost first. */
  groups?: readonly Group[]
  /** What is drawn at any size may take a little less, so that it still finds room at the foot of a page. */
  shrink?: { least: number; to(height: number): Box }
  /** A new page begins here. */
  breaks?: boolean
  paint(pen: Pen, x: number, y: number, parent: Section): void
}
export interface PlacedBox { box: Box; y: number; /** The head of a table, repeated. */ again: boolean }

/** A last page with less on it than this share is called nearly empty. */
const nearlyEmpty = 0.22
const [lessGap, lessHigh] = [0.7, 0.84] as const

/** As `planPages`; but where the last page would hold a few lines alone, everything stands a little closer, if that does without it. */
export function planWhole(boxes: readonly Box[], height: number): PlacedBox[][] {
  const pages = planPages(boxes, height)
  const end = pages.at(-1)!.at(-1)
  if (pages.length < 2 || !end || end.y + end.box.height > height * nearlyEmpty) return pages
  const closer = boxes.map((box): Box => {
    const lower = box.shrink?.to(Math.max(box.shrink.least, box.height * lessHigh)) ?? box
    return { ...lower, gap: box.gap * lessGap }
  })
  const fewer = planPages(closer, height)
  return fewer.length < pages.length ? fewer : pages
}

/** Boxes on pages. One that is higher than a page is refused: whoever makes boxes divides them. */
export function planPages(boxes: readonly Box[], height: number, slack = 0.01): PlacedBox[][] {
  const pages: PlacedBox[][] = [[]]
  let y = 0
  const headOf = (box: Box) => box.groups?.find(({ head }) => head)?.head ?? null
  for (let at = 0; at < boxes.length;) {
    let last = at
    while (boxes[last]!.keep && last + 1 < boxes.length && !boxes[last + 1]!.breaks) last++
    let run = boxes.slice(at, last + 1)
    const left = height - y - run[0]!.gap
    const shrink = pages.at(-1)!.length > 0 && run.length === 1 && run[0]!.height > left && run[0]!.shrink && run[0]!.shrink.least <= left ? run[0]!.shrink : null
    if (shrink) run = [shrink.to(left)]
    const whole = run.reduce((sum, box, index) => sum + box.height + (index > 0 ? box.gap : 0), 0)
    const tooHigh = run.find((box) => box.height > height + slack)
    if (tooHigh) throw new Error(`A box of ${Math.round(tooHigh.height)} points is higher than the page.`)
    const fresh = () => { if (pages.at(-1)!.length > 0) pages.push([]); y = 0 }
    if (run[0]!.breaks) fresh()
    // A run longer than a page is divided after all: kept together it would never be printed.
    const asked = whole > height ? run[0]!.height : whole
    if (pages.at(-1)!.length > 0 && y + run[0]!.gap + asked > height + slack) fresh()
    for (const box of run) {
      const page = () => pages.at(-1)!
      if (page().length > 0 && y + box.gap + box.height > height + slack) fresh()
      const head = headOf(box)
      // The group goes on from the page before.
      if (page().length === 0 && head && box !== head && at > 0 && previous(pages)?.groups?.some((group) => group.head === head)) {
        page().push({ box: head, y: 0, again: true })
        y = head.height
      }
      if (page().length > 0) y += box.gap
      page().push({ box, y, again: false })
      y += box.height
    }
    at = last + 1
  }
  return pages.at(-1)!.length === 0 && pages.length > 1 ? pages.slice(0, -1) : pages
}

const previous = (pages: readonly PlacedBox[][]): Box | undefined => pages.at(-2)?.at(-1)?.box
