/*
 * For tests alone: reads back what was printed, as far as our own files go. The code of a page is found as what is filled
 * by the even-odd rule, its modules by asking whether their middles lie inside.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// The library would fetch its own half from a server.
prepareZXingModule({ overrides: { wasmBinary: readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).buffer as ArrayBuffer } })

/** What phones would read in a picture: the texts of its QR codes. Only square-on and black on white, as we draw them. */
export async function scan(picture: Uint8Array | { data: Uint8ClampedArray, width: number, height: number }): Promise<{ text: string, correction: string | undefined }[]> {
  const found = await readBarcodes(picture as Uint8Array, { formats: ['QRCode'], tryHarder: true })
  return found.filter(({ isValid }) => isValid).map(({ text, ecLevel }) => ({ text, correction: ecLevel }))
}

/** Modules with their quiet zone as a picture of 4 pixels a module. */
export function rasterise(modules: readonly (readonly boolean[])[], margin = 4, scale = 4): { data: Uint8ClampedArray, width: number, height: number } {
  const side = (modules.length + 2 * margin) * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (modules[Math.floor(y / scale) - margin]?.[Math.floor(x / scale) - margin]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return { data, width: side, height: side }
}

export type Outline = { x: number, y: number }[]

/** Of an SVG path of M, H, V and Z alone. */
export function readOutlines(path: string): Outline[] {
  return path.split('Z').filter(Boolean).map((loop) => {
    const outline: Outline = []
    for (const [, command, first, second] of loop.matchAll(/([MHV])(-?\d+)(?: (-?\d+))?/g)) {
      const last = outline.at(-1)
      outline.push({ x: command === 'V' ? last!.x : Number(first), y: command === 'M' ? Number(second) : command === 'V' ? Number(first) : last!.y })
    }
    return outline
  })
}

/** Whether the middle of each module is inside, by the even-odd rule. */
export function fillOutlines(outlines: readonly Outline[], side: number): boolean[][] {
  const isInside = (x: number, y: number) => outlines.reduce((count, outline) => count + outline.filter((from, index) => {
    const to = outline[(index + 1) % outline.length]!
    return from.x === to.x && from.x > x && Math.min(from.y, to.y) < y && y < Math.max(from.y, to.y)
  }).length, 0) % 2 === 1
  return Array.from({ length: side }, (_, y) => Array.from({ length: side }, (_, x) => isInside(x + 0.5, y + 0.5)))
}

export interface PrintedPage {
  width: number
  height: number
  /** Line by line, in the order they are read aloud. */
  texts: { text: string, font: string, size: number, left: number, baseline: number, colour: number[] }[]
  codes: { outlines: Outline[], unit: number, left: number, top: number }[]
  images: number
}

export interface PrintedPdf {
  title: string
  language: string | undefined
  /** Of the pictures. */
  labels: string[]
  pages: PrintedPage[]
  source: string
}

export function readPdf(pdf: Buffer): PrintedPdf {
  const source = pdf.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id, body] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id!, body!)
  const stream = (id: string) => inflateSync(Buffer.from(/stream\n([\s\S]*)\nendstream/.exec(objects.get(id)!)![1]!, 'latin1')).toString('latin1')
  const fonts = new Map<string, { name: string, letters: string[] }>()
  const pages: PrintedPage[] = []
  for (const body of objects.values()) {
    const page = /\/Type \/Page\n[\s\S]*\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]\n\/Contents (\d+) 0 R\n\/Resources (\d+) 0 R/.exec(body)
    if (!page) continue
    for (const [, alias, id] of objects.get(page[4]!)!.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(id!)!
      const toUnicode = stream(/\/ToUnicode (\d+) 0 R/.exec(font)![1]!)
      fonts.set(alias!, { name: /\/BaseFont \/\w+\+(\S+)/.exec(font)![1]!, letters: readLetters(toUnicode) })
    }
    pages.push({ width: Number(page[1]), height: Number(page[2]), ...readContent(stream(page[3]!), Number(page[2]), fonts) })
  }
  const title = /\/Title (\d+) 0 R/.exec(source)![1]!
  return {
    title: readString(objects.get(title)!),
    language: /\/Lang \((.*?)\)/.exec(source)?.[1],
    labels: [...source.matchAll(/\/S \/Figure\n\/Alt \(([\s\S]*?)\)\n/g)].map(([, label]) => readString(`(${label})`)),
    pages,
    source,
  }
}

/** The letters of the glyphs 0, 1, 2 …: PDF 1.7, 9.10.3. */
function readLetters(toUnicode: string): string[] {
  const letters: string[] = []
  for (const [, list] of toUnicode.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[(.*?)\]/g)) {
    for (const [, units] of list!.matchAll(/<([0-9a-f ]+)>/g)) letters.push(String.fromCharCode(...units!.replaceAll(' ', '').match(/.{4}/g)!.map((unit) => Number.parseInt(unit, 16))))
  }
  return letters
}

function readContent(content: string, height: number, fonts: Map<string, { name: string, letters: string[] }>): Pick<PrintedPage, 'texts' | 'codes' | 'images'> {
  let colour: number[] = []
  const texts: PrintedPage['texts'] = []
  for (const [, parts, left, bottom, alias, size, shown] of content.matchAll(/([\d. ]+) scn\n|BT\n1 0 0 1 ([\d.]+) ([\d.]+) Tm\n\/(F\d+) ([\d.]+) Tf\n\[(.*?)\] TJ/g)) {
    if (parts !== undefined) {
      colour = parts.split(' ').map(Number)
      continue
    }
    const { name, letters } = fonts.get(alias!)!
    const text = [...shown!.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, glyphs]) => glyphs!.match(/.{4}/g) ?? []).map((glyph) => letters[Number.parseInt(glyph, 16)]).join('')
    texts.push({ text, font: name, size: Number(size), left: Number(left), baseline: height - Number(bottom), colour })
  }
  const codes = [...content.matchAll(/q\n1 0 0 1 ([\d.]+) ([\d.]+) cm\n([\d.]+) 0 0 [\d.]+ 0 0 cm\n([\s\S]*?)f\*/g)].map(([, left, top, unit, path]) => ({
    left: Number(left), top: Number(top), unit: Number(unit),
    outlines: path!.split('h\n').map((loop) => [...loop.matchAll(/([\d.]+) ([\d.]+) [ml]\n/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))).filter((outline) => outline.length > 0),
  }))
  return { texts, codes, images: content.match(/\/I\d+ Do/g)?.length ?? 0 }
}

/** A string in brackets, in UTF-16 where it is marked so. */
function readString(written: string): string {
  const plain = written.slice(written.indexOf('(') + 1, written.lastIndexOf(')')).replace(/\\(.)/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[letter] ?? letter)
  return plain.startsWith('\xfe\xff') ? Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le') : plain
}
