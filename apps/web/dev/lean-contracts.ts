// Contracts for the browser: of a route only method, path and permission are needed there, of the schemas nothing. Taken out
// of the parsed code, and what builds schemas is marked as free of effects, so that the rest falls away.
import type { Plugin } from 'vite'

interface Node { type: string; start: number; end: number; [name: string]: unknown }
const serverOnly = new Set(['params', 'query', 'body', 'response', 'summary', 'tag'])
const builders = new Set(['oneOf', 'nullable', 'page', 'route'])

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
function* calls(node: Node): Generator<Node> {
  if (node.type === 'CallExpression') yield node
  for (const value of Object.values(node)) for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield* calls(each)
}
/** `oneOf(…)`, `Type.Object(…)`: the name in front. */
const builderOf = ({ callee }: Node): string | null => {
  const { type, name, object } = callee as Node
  if (type === 'Identifier') return builders.has(name as string) ? (name as string) : null
  return type === 'MemberExpression' && (object as Node)['name'] === 'Type' ? 'Type' : null
}

export const leanContracts: Plugin = {
  name: 'contracts-without-schemas',
  apply: 'build',
  transform(code, id) {
    if (!/packages\/contracts\/src\/(?!route\.ts|shapes\.ts)\w/.test(id)) return null
    const cuts: { from: number; to: number; put: string }[] = []
    for (const call of calls(this.parse(code) as unknown as Node)) {
      const builder = builderOf(call)
      if (builder === null) continue
      cuts.push({ from: call.start, to: call.start, put: '/* @__PURE__ */ ' })
      const given = (call['arguments'] as Node[])[0]
      const last = (call['arguments'] as Node[]).at(-1)
      if (given === undefined || last === undefined) continue
      // A schema without its content: reading a property of another one would otherwise keep both.
      if (builder !== 'route') cuts.push({ from: given.start, to: last.end, put: '' })
      if (builder !== 'route' || given.type !== 'ObjectExpression') continue
      for (const property of given['properties'] as Node[]) {
        const key = property['key'] as Node | undefined
        if (key && serverOnly.has(key['name'] as string)) cuts.push({ from: property.start, to: property.end, put: '...null' })
      }
    }
    // From the end, so that places stay true; what lies within a cut is cut with it.
    let lean = code
    const outer = cuts.filter((cut) => !cuts.some((each) => each !== cut && each.from <= cut.from && each.to >= cut.to && each.to > each.from))
    for (const { from, to, put } of outer.sort((a, b) => b.from - a.from || b.to - a.to)) lean = lean.slice(0, from) + put + lean.slice(to)
    return { code: lean, map: null }
  },
}
