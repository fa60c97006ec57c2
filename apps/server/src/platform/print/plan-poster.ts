/*
 * Where everything of a poster stands. From the top: logo, title, text; from the bottom: footer; between them the panel with
 * the code, as large as the rest lets it be. Title and text give way to the code, never the other way round: a poster whose
 * code is not scanned from a chair is paper.
 */
import { fitText, type FittedText, type Measure } from './fit-text.ts'
import type { Weight } from './fonts.ts'
import type { PaperStyle } from './paper.ts'
import { PrintError } from './print-error.ts'

export interface PosterWords {
  title: string
  text: string
  url: string
  footer: string
}

export interface PlacedText extends FittedText {
  /** From the top of the paper to the top of the capitals of the first line. */
  y: number
  leading: number
}

export interface PosterPlan {
  /** Height 0 without a logo. */
  logo: { y: number, width: number, height: number }
  title: PlacedText
  text: PlacedText | null
  panel: { x: number, y: number, width: number, height: number, padding: number }
  url: PlacedText | null
  footer: PlacedText | null
}

type Block = keyof PosterWords

const weights: Record<Block, Weight> = { title: 'bold', text: 'regular', url: 'semibold', footer: 'semibold' }
const leadings: Record<Block, number> = { title: 1.14, text: 1.42, url: 1.3, footer: 1.4 }

export const weightOf = (block: Block): Weight => weights[block]

/** @throws PrintError `too-long` where even the smallest letters leave no room. `logo` is its size in any unit. */
export function planPoster(style: PaperStyle, words: PosterWords, logo: { width: number, height: number } | null, capHeight: number, measure: (weight: Weight) => Measure): PosterPlan {
  const inner = { width: style.width - 2 * style.safe, height: style.height - 2 * style.safe }
  const fit = (block: Block, width: number, most = style[block].most): FittedText | null => {
    if (words[block] === '') return null
    const fitted = fitText(words[block], { ...style[block], most }, { width, measure: measure(weights[block]), address: block === 'url' })
    if (!fitted) throw tooLong(block)
    return fitted
  }
  const heightOf = (block: Block, fitted: FittedText | null) => fitted ? ((fitted.lines.length - 1) * leadings[block] + capHeight) * fitted.size : 0

  const logoScale = logo ? Math.min(style.logo.width / logo.width, style.logo.height / logo.height) : 0
  const logoSize = { width: (logo?.width ?? 0) * logoScale, height: (logo?.height ?? 0) * logoScale }
  const footer = fit('footer', inner.width)
  const footerHeight = footer ? heightOf('footer', footer) + style.gap : 0

  for (let step = 0; step <= 10; step++) {
    const most = (block: 'title' | 'text') => style[block].most - (style[block].most - style[block].least) * step / 10
    const title = fit('title', inner.width, most('title'))
    if (!title) throw new PrintError('empty', 'title', 'A poster needs a title.')
    const text = fit('text', inner.width * 0.94, most('text'))
    const titleGap = text ? Math.max(Math.min(title.size * 0.75, style.gap * 0.85), text.size * 1.3) : 0
    const head = (logo ? logoSize.height + style.gap : 0) + heightOf('title', title) + titleGap + heightOf('text', text)
    const room = inner.height - head - style.gap - footerHeight
    const panel = largestPanel(Math.min(style.panel.most, inner.width), room)
    if (!panel) continue

    // What is left over is shared between top, middle and bottom, so that a short poster does not hang from its upper edge.
    const spare = room - panel.height
    let y = style.safe + spare * 0.3
    const logoY = y
    y += logo ? logoSize.height + style.gap : 0
    const titleY = y
    y += heightOf('title', title) + titleGap
    const textY = y
    y += heightOf('text', text) + style.gap + spare * 0.3
    const panelX = (style.width - panel.width) / 2
    const place = (block: Block, fitted: FittedText | null, top: number): PlacedText | null => fitted && { ...fitted, y: top, leading: leadings[block] * fitted.size }
    return {
      logo: { y: logoY, ...logoSize },
      title: place('title', title, titleY)!,
      text: place('text', text, textY),
      panel: { x: panelX, y, width: panel.width, height: panel.height, padding: panel.padding },
      url: place('url', panel.url, y + panel.width + panel.urlGap),
      footer: place('footer', footer, style.height - style.safe - heightOf('footer', footer)),
    }
  }
  throw tooLong(words.title.length > words.text.length ? 'title' : 'text')

  /** A square for the code, and below it the address in the same colour. */
  function largestPanel(most: number, room: number): { width: number, height: number, padding: number, url: FittedText | null, urlGap: number } | null {
    for (let width = most; width >= style.panel.least; width -= style.panel.most / 100) {
      const padding = width * 0.065
      const url = fit('url', width - 2 * padding)
      const urlGap = url ? Math.max(0, url.size * 0.95 - padding) : 0
      const height = url ? width + urlGap + heightOf('url', url) + Math.max(padding, url.size * 0.95) : width
      if (height <= room) return { width, height, padding, url, urlGap }
    }
    return null
  }
}

const tooLong = (block: Block) => new PrintError('too-long', block, `The ${block} is too long for this paper: shorten it, or use a larger one.`)
