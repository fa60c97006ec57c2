// A tile as a picture that explains itself wherever it is pasted: its name, of which days and filters it is, n, and where it comes from.
import { fitted, widthOf } from '../drawn.ts'
import type { Look } from '../look.ts'
import type { Table } from '../tables/table.ts'

export interface PictureWords { title: string; /** Days, filters. */ under: readonly string[]; /** Where it comes from. */ foot: string }
interface Sheet { words: PictureWords; look: Look; width: number }
export interface Picture { svg: string; width: number; height: number }

const margin = 20
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

interface TextStyle { size: number; colour: string; weight?: number; anchor?: 'start' | 'middle' | 'end' }
const text = (x: number, y: number, said: string, { size, colour, weight = 400, anchor = 'start' }: TextStyle) => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escaped(said)}</text>`

/** Head and foot around what is drawn by `inside`, which begins at the given height. */
function sheet({ words, look, width }: Sheet, inner: { height: number; svg: (top: number) => string }): Picture {
  const across = width - 2 * margin
  const head = margin + 20 + words.under.length * 17 + 10
  const height = head + inner.height + 34
  return {
    width, height,
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(look.font)}">`,
      `<rect width="${width}" height="${height}" fill="${look.ground}"/>`,
      text(margin, margin + 14, fitted(words.title, across, 17), { size: 17, colour: look.ink, weight: 600 }),
      ...words.under.map((line, index) => text(margin, margin + 36 + index * 17, fitted(line, across, 12), { size: 12, colour: look.soft })),
      inner.svg(head),
      text(margin, height - 14, fitted(words.foot, across), { size: 11, colour: look.faint }),
      '</svg>',
    ].join(''),
  }
}

/** @param chart what chartSvg() answered, drawn `width − 40` wide */
export const chartPicture = (given: Sheet, chart: string, height: number): Picture => sheet(given, { height, svg: (top) => `<g transform="translate(${margin} ${top})">${chart}</g>` })

export interface NumberWords { value: string; interval: string | null; n: string; change: string | null; tone: 'good' | 'bad' | 'plain' }
export function numberPicture(given: Sheet, { value, interval, n, change, tone }: NumberWords): Picture {
  const { look } = given
  return sheet(given, {
    height: 96 + (change === null ? 0 : 20),
    svg: (top) => [
      text(margin, top + 46, value, { size: 48, colour: look.ink, weight: 600 }),
      text(margin, top + 76, [interval, n].filter((each) => each !== null).join('  ·  '), { size: 13, colour: look.soft }),
      ...(change === null ? [] : [text(margin, top + 96, change, { size: 13, colour: tone === 'good' ? look.good : tone === 'bad' ? look.bad : look.soft })]),
    ].join(''),
  })
}

const rowHigh = 26
export function tablePicture(given: Sheet, table: Table): Picture {
  const { look, width } = given
  const across = width - 2 * margin
  const wanted = table.columns.map((column, index) => Math.max(widthOf(column.name, 12), ...table.rows.map((cells) => widthOf(cells[index]?.text ?? '', 12))) + 18)
  const share = Math.min(1, across / wanted.reduce((sum, each) => sum + each, 0))
  const widths = wanted.map((each) => each * (share < 1 ? share : across / wanted.reduce((sum, one) => sum + one, 0)))
  const lefts = widths.map((_, index) => margin + widths.slice(0, index).reduce((sum, each) => sum + each, 0))
  const cell = (said: string, index: number, y: number, style: TextStyle) => {
    const number = table.columns[index]?.number ?? false
    return text(number ? lefts[index]! + widths[index]! - 4 : lefts[index]!, y, fitted(said, widths[index]! - 10, 12), { ...style, anchor: number ? 'end' : 'start' })
  }
  return sheet(given, {
    height: rowHigh * (table.rows.length + 1),
    svg: (top) => [
      ...table.columns.map(({ name }, index) => cell(name, index, top + 16, { size: 12, colour: look.soft })),
      ...table.rows.flatMap((cells, row) => {
        const y = top + rowHigh * (row + 1)
        return [`<line x1="${margin}" x2="${width - margin}" y1="${y}" y2="${y}" stroke="${look.line}"/>`, ...cells.map(({ text: said, faint }, index) => cell(said, index, y + 17, { size: 12, colour: faint ? look.faint : look.ink }))]
      }),
    ].join(''),
  })
}
