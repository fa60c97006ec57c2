// A tile as a picture: drawn again in light colours with its name, its days and where it comes from, so that it explains itself in a
// presentation or a mail. SVG as it is, PNG twice as large as on the screen.
import { differenceText, drawTile, isChart, lightLook, marginText, periodText, relativeText, tableOfTile, valueText, type Mark, type Read } from '@kontuar/charts'
import { chartPicture, chartSvg, numberPicture, tablePicture, type Picture } from '@kontuar/charts/draw'
import type { Organization, Tile } from '@kontuar/contracts'
import type { Static } from 'typebox'
import { currentLocale } from '../../../i18n/i18n.ts'
import type { Step } from '../search/period-days.ts'
import type { View } from '../search/tile-queries.ts'

interface Given { tile: Tile; title: string; reads: readonly Read[]; view: View; step: Step; marks: readonly Mark[]; dimension: string; organization: Static<typeof Organization>; dashboard: string }
const width = 760
const chartHigh = 320

export function pictureOf({ tile, title, reads, step, marks, dimension, organization, dashboard }: Given): Picture {
  const locale = currentLocale()
  const { timeZone } = organization
  const [read] = reads
  const words = { title, under: read ? [periodText(read.result.from, read.result.to, { locale, timeZone })] : [], foot: `${organization.name} · ${dashboard} · Kontuar` }
  const sheet = { words, look: lightLook, width }
  if (isChart(tile.kind)) return chartPicture(sheet, chartSvg(drawTile(tile, reads, { step, marks }, { width: width - 40, height: chartHigh, look: lightLook, locale, timeZone }).option, width - 40, chartHigh), chartHigh)
  if (tile.kind === 'table') return tablePicture(sheet, tableOfTile(tile, reads, step, dimension, { locale, timeZone }) ?? { columns: [], rows: [] })
  const { metric, result: { figure, change } } = read!
  const difference = change?.real ? change.change : null
  return numberPicture(sheet, {
    value: figure.shown && figure.value !== null ? valueText(metric, figure.value, locale) : '–', n: `n = ${figure.n}`, interval: figure.interval && metric.unit !== 'count' ? marginText(metric, figure.interval, locale) : null,
    change: difference === null ? null : [differenceText(metric, difference, locale), relativeText(metric, difference, change!.before.value, locale)].filter((each) => each !== null).join(' · '),
    tone: difference === null || metric.direction === 'neither' ? 'plain' : (difference > 0) === (metric.direction === 'up') ? 'good' : 'bad',
  })
}

export async function takeAway(kind: 'svg' | 'png', given: Given): Promise<void> {
  const picture = pictureOf(given)
  const svg = new Blob([picture.svg], { type: 'image/svg+xml' })
  save(kind === 'svg' ? svg : await asPng(svg, picture), `${given.tile.metrics[0] ?? 'kontuar'}-${given.view.days.from}.${kind}`)
}

async function asPng(svg: Blob, { width: across, height }: Picture): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: across * 2, height: height * 2 })
    canvas.getContext('2d')!.drawImage(image, 0, 0, across * 2, height * 2)
    return await new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture is empty.'))), 'image/png'))
  } finally {
    URL.revokeObjectURL(address)
  }
}

function save(blob: Blob, name: string): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name })
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
