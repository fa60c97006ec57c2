/*
 * The dark area as one path of closed outlines. Squares set side by side show hairlines between them on screens and in
 * print previews, where each edge is smoothed by itself; an outline has no inner edges. It is also a third of the size.
 */

type Corner = `${number},${number}`

/** An SVG path in units of one module, from the corner 0,0; to be filled by the even-odd rule, or by nonzero: holes run the other way. */
export function outlinePath(modules: readonly (readonly boolean[])[]): string {
  const dark = (x: number, y: number) => modules[y]?.[x] === true
  // Every edge between dark and light, with the dark on its right: from its first corner to where it leads.
  const edges = new Map<Corner, { x: number, y: number }[]>()
  const add = (x1: number, y1: number, x2: number, y2: number) => {
    const known = edges.get(`${x1},${y1}`)
    if (known) known.push({ x: x2, y: y2 })
    else edges.set(`${x1},${y1}`, [{ x: x2, y: y2 }])
  }
  for (let y = 0; y < modules.length; y++) {
    for (let x = 0; x < modules[y]!.length; x++) {
      if (!dark(x, y)) continue
      if (!dark(x, y - 1)) add(x, y, x + 1, y)
      if (!dark(x + 1, y)) add(x + 1, y, x + 1, y + 1)
      if (!dark(x, y + 1)) add(x + 1, y + 1, x, y + 1)
      if (!dark(x - 1, y)) add(x, y + 1, x, y)
    }
  }
  let path = ''
  for (const start of edges.keys()) {
    while (edges.get(start)?.length) path += traceLoop(edges, start)
  }
  return path
}

function traceLoop(edges: Map<Corner, { x: number, y: number }[]>, start: Corner): string {
  const [startX, startY] = start.split(',').map(Number) as [number, number]
  let path = `M${startX} ${startY}`
  let [x, y] = [startX, startY]
  let [alongX, alongY] = [0, 0]
  for (;;) {
    const next = takeEdge(edges.get(`${x},${y}`)!, x, y, alongX, alongY)
    const [stepX, stepY] = [next.x - x, next.y - y]
    if ((alongX !== 0 || alongY !== 0) && (stepX !== alongX || stepY !== alongY)) path += alongX === 0 ? `V${y}` : `H${x}`
    ;[x, y, alongX, alongY] = [next.x, next.y, stepX, stepY]
    if (x === startX && y === startY) return `${path}Z`
  }
}

/** Where two dark modules touch at a corner there are two ways on; the right turn stays with the module one came along. */
function takeEdge(ways: { x: number, y: number }[], x: number, y: number, alongX: number, alongY: number): { x: number, y: number } {
  const right = ways.findIndex((way) => way.x - x === -alongY && way.y - y === alongX)
  return ways.splice(Math.max(0, right), 1)[0]!
}
