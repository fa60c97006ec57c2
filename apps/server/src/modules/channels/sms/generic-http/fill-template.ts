// What the gateway is sent. The template is read first and filled afterwards, value by value: whatever stands in a text, it stays
// one value and can neither end a string of the JSON nor begin another parameter.

export const placeholders = ['to', 'digits', 'text', 'sender', 'reference', 'secret'] as const
export type Placeholder = (typeof placeholders)[number]
export type Filling = Readonly<Record<Placeholder, string>>

const pattern = /\{\{\s*([a-zA-Z]+)\s*\}\}/g

/** Every name between double braces, known or not. */
export const namesIn = (template: string): string[] => [...template.matchAll(pattern)].map((found) => found[1]!)

export const fill = (text: string, filling: Filling): string =>
  text.replace(pattern, (whole, name: string) => (Object.hasOwn(filling, name) ? filling[name as Placeholder] : whole))

/** @throws SyntaxError when the template is no JSON */
export function fillJson(template: string, filling: Filling): string {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return fill(value, filling)
    if (Array.isArray(value)) return value.map(walk)
    // Not by assignment: "__proto__" is a name like any other in JSON.
    if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]))
    return value
  }
  return JSON.stringify(walk(JSON.parse(template)))
}

/** application/x-www-form-urlencoded: spaces as "+", everything in UTF-8. */
export function fillForm(template: string, filling: Filling): string {
  const filled = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(template)) filled.append(name, fill(value, filling))
  return filled.toString()
}
