/*
 * The pictures of packages/charts as strokes and letters, to be drawn by any pen: into a PDF as vectors, onto a canvas for mails. It reads
 * what zrender (ECharts 6) writes on the server: path, polygon, rect, text, groups with a clip, linear gradients, matrices; no other SVG.
 * svg-to-pdfkit was rejected: unmaintained since 2022, measures with fonts of its own, and knows pdfkit alone.
 */
export type Matrix = readonly [number, number, number, number, number, number]
export interface Gradient { x1: number; y1: number; x2: number; y2: number; stops: readonly { at: number; colour: string }[] }
export interface Stroke { kind: 'path'; d: string; fill: string | Gradient | null; fillOpacity: number; stroke: string | null; strokeOpacity: number; width: number; dash: readonly number[] | null; cap: 'butt' | 'round' | 'square'; join: 'miter' | 'round' | 'bevel'; matrix: Matrix | null }
export interface Letters { kind: 'text'; text: string; x: number; y: number; size: number; weight: number; anchor: 'start' | 'middle' | 'end'; /** `y` is the middle of the letters, their top or their foot. */ stands: 'middle' | 'top' | 'foot'; fill: string; matrix: Matrix | null }
export interface Group { kind: 'group'; /** Path within which it is seen. */ clip: Clip | null; matrix: Matrix | null; parts: Part[] }
export interface Clip { d: string; matrix: Matrix | null }
export type Part = Stroke | Letters | Group

type Attributes = Record<string, string>
const number = (text: string | undefined, otherwise: number): number => { const value = Number.parseFloat(text ?? ''); return Number.isFinite(value) ? value : otherwise }
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
const unescaped = (text: string): string => text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => (name === undefined ? String.fromCodePoint(Number.parseInt(hex ?? decimal!, hex === undefined ? 10 : 16)) : (entities[name] ?? whole)))

function attributesOf(written: string): Attributes {
  const attributes: Attributes = {}
  for (const [, name, value] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) attributes[name!] = unescaped(value!)
  for (const [, name, value] of (attributes['style'] ?? '').matchAll(/([\w-]+):([^;]+)/g)) attributes[name!] = value!.trim()
  return attributes
}

/** `translate(x y)`, `matrix(a,b,c,d,e,f)`, `rotate(a)` and products of them. */
function matrixOf(written: string | undefined): Matrix | null {
  if (written === undefined) return null
  let whole: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [, name, given] of written.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = given!.split(/[\s,]+/).map(Number)
    const turn = (a * Math.PI) / 180
    const next: Matrix = name === 'matrix' ? [a, b, c, d, e, f] : name === 'translate' ? [1, 0, 0, 1, a, b] : name === 'scale' ? [a, 0, 0, given!.trim().split(/[\s,]+/).length > 1 ? b : a, 0, 0] : [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0]
    whole = [whole[0] * next[0] + whole[2] * next[1], whole[1] * next[0] + whole[3] * next[1], whole[0] * next[2] + whole[2] * next[3], whole[1] * next[2] + whole[3] * next[3], whole[0] * next[4] + whole[2] * next[5] + whole[4], whole[1] * next[4] + whole[3] * next[5] + whole[5]]
  }
  return whole
}

const idOf = (reference: string | undefined): string | null => /^url\(['"]?#([^'")]+)/.exec(reference ?? '')?.[1] ?? null
const boxOf = (a: Attributes) => `M${number(a['x'], 0)} ${number(a['y'], 0)}h${number(a['width'], 0)}v${number(a['height'], 0)}h${-number(a['width'], 0)}Z`
const outlineOf = (name: string, a: Attributes): string => (name === 'rect' ? boxOf(a) : name === 'polygon' || name === 'polyline' ? pointsOf(a, name === 'polygon') : (a['d'] ?? ''))
const pointsOf = (a: Attributes, closed: boolean): string => { const all = (a['points'] ?? '').trim().split(/[\s,]+/); const pairs: string[] = []; for (let i = 0; i + 1 < all.length; i += 2) pairs.push(`${all[i]} ${all[i + 1]}`); return pairs.length === 0 ? '' : `M${pairs.join('L')}${closed ? 'Z' : ''}` }

/** The parts in the order they are drawn. */
export function readSvg(svg: string): Part[] {
  const { clips, gradients } = readDefinitions(svg)
  const root: Group = { kind: 'group', clip: null, matrix: null, parts: [] }
  const open: Group[] = [root]
  const body = svg.replace(/<defs[\s\S]*?<\/defs>/g, '').replace(/<style[\s\S]*?<\/style>/g, '')
  for (const [, closing, name, written, empty, text] of body.matchAll(/<(\/?)(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g)) {
    if (closing) {
      if (name === 'g' && open.length > 1) open.pop()
      continue
    }
    const a = attributesOf(written!)
    if (name === 'g') {
      const group: Group = { kind: 'group', clip: clips.get(idOf(a['clip-path']) ?? '') ?? null, matrix: matrixOf(a['transform']), parts: [] }
      open.at(-1)!.parts.push(group)
      if (!empty) open.push(group)
    } else if (name === 'text') open.at(-1)!.parts.push(lettersOf(a, unescaped(text!)))
    else if (name === 'path' || name === 'rect' || name === 'polygon' || name === 'polyline') {
      const stroke = strokeOf(name, a, gradients)
      if (stroke !== null) open.at(-1)!.parts.push(stroke)
    }
  }
  return root.parts
}

function readDefinitions(svg: string) {
  const clips = new Map([...svg.matchAll(/<clipPath\s+id="([^"]+)"[^>]*>\s*<(\w+)((?:\s+[\w:-]+="[^"]*")*)/g)].map(([, id, name, written]) => { const a = attributesOf(written!); return [id!, { d: outlineOf(name!, a), matrix: matrixOf(a['transform']) }] as const }))
  const gradients = new Map([...svg.matchAll(/<linearGradient([^>]*)>([\s\S]*?)<\/linearGradient>/g)].map(([, written, inner]) => {
    const a = attributesOf(written!)
    const stops = [...inner!.matchAll(/<stop([^>]*)>/g)].map(([, stop]) => { const s = attributesOf(stop!); return { at: number(s['offset'], 0) / (s['offset']?.endsWith('%') ? 100 : 1), colour: colourOf(s['stop-color']) ?? '#000000' } })
    return [a['id'] ?? '', { x1: number(a['x1'], 0), y1: number(a['y1'], 0), x2: number(a['x2'], 1), y2: number(a['y2'], 0), stops }] as const
  }))
  return { clips, gradients }
}

function lettersOf(a: Attributes, text: string): Letters {
  const baseline = a['dominant-baseline']
  const weight = a['font-weight'] === 'bold' ? 700 : number(a['font-weight'], 400)
  return { kind: 'text', text, x: number(a['x'], 0), y: number(a['y'], 0), size: number(a['font-size'], 12), weight, anchor: a['text-anchor'] === 'middle' || a['text-anchor'] === 'end' ? a['text-anchor'] : 'start', stands: baseline === 'central' || baseline === 'middle' ? 'middle' : baseline === 'hanging' || baseline === 'text-before-edge' ? 'top' : 'foot', fill: colourOf(a['fill']) ?? '#000000', matrix: matrixOf(a['transform']) }
}

function strokeOf(name: string, a: Attributes, gradients: ReadonlyMap<string, Gradient>): Stroke | null {
  const d = outlineOf(name, a)
  const gradient = within(gradients.get(idOf(a['fill']) ?? ''), d)
  // What SVG fills by default is black; zrender always says what it means.
  const fill = gradient ?? colourOf(a['fill'] ?? '#000000')
  const width = number(a['stroke-width'], 1)
  const stroke = width > 0 ? colourOf(a['stroke']) : null
  if (d === '' || (fill === null && stroke === null)) return null
  const dash = a['stroke-dasharray']?.split(/[\s,]+/).map(Number).filter((each) => Number.isFinite(each)) ?? []
  const opacity = number(a['opacity'], 1)
  return {
    kind: 'path', d, fill, fillOpacity: opacity * number(a['fill-opacity'], 1), stroke, strokeOpacity: opacity * number(a['stroke-opacity'], 1), width, dash: dash.some((each) => each > 0) ? dash : null,
    cap: a['stroke-linecap'] === 'round' || a['stroke-linecap'] === 'square' ? a['stroke-linecap'] : 'butt', join: a['stroke-linejoin'] === 'round' || a['stroke-linejoin'] === 'bevel' ? a['stroke-linejoin'] : 'miter', matrix: matrixOf(a['transform']),
  }
}

/** zrender writes gradients in parts of the box of what they fill. */
function within(gradient: Gradient | undefined, d: string): Gradient | undefined {
  if (!gradient) return undefined
  const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number)
  const [xs, ys] = [numbers.filter((_, index) => index % 2 === 0), numbers.filter((_, index) => index % 2 === 1)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  return { ...gradient, x1: left + gradient.x1 * width, x2: left + gradient.x2 * width, y1: top + gradient.y1 * height, y2: top + gradient.y2 * height }
}

/** #rgb, #rrggbb, rgb(…); null for none and for what is seen through. */
function colourOf(written: string | undefined): string | null {
  if (written === undefined || written === 'none' || written === 'transparent') return null
  const parts = /^rgba?\(([^)]+)\)$/.exec(written)?.[1]?.split(/[\s,]+/).map(Number)
  if (parts) return parts.length > 3 && parts[3] === 0 ? null : `#${parts.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
  return /^#[\da-f]{3}$/i.test(written) ? written.replace(/[\da-f]/gi, '$&$&') : /^#[\da-f]{6}$/i.test(written) ? written : null
}
