// {{variables}} in canned answers. Values come from customers: they are escaped, and a value that looks like a variable stays a value.
import { cannedVariables } from '@kontuar/contracts'

export type Variable = (typeof cannedVariables)[number]
export type Values = Partial<Record<Variable, string>>

const braces = /\{\{([^{}]*)\}\}/g
const known = new Set<string>(cannedVariables)
const nameIn = (inside: string) => inside.replace(/<[^>]*>|&nbsp;|\u00a0/g, ' ').trim()

/** What stands in braces and is no variable, as it was written; each once. */
export function unknownVariables(html: string): string[] {
  return [...new Set([...html.matchAll(braces)].map((found) => nameIn(found[1]!)).filter((name) => !known.has(name)))]
}

/** One pass: what a value brings is not filled in again. What has no value stays as {{name}} and is named. */
export function fillVariables(html: string, values: Values): { html: string; unfilled: Variable[] } {
  const unfilled = new Set<Variable>()
  const filled = html.replace(braces, (whole, inside: string) => {
    const name = nameIn(inside)
    if (!known.has(name)) return whole
    const value = values[name as Variable]?.trim()
    if (value) return escape(value)
    unfilled.add(name as Variable)
    return `{{${name}}}`
  })
  return { html: filled, unfilled: [...unfilled] }
}

const escape = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[&<>"'{}]/g, (c) => `&#${c.charCodeAt(0)};`)

/** How one addresses somebody: "Anna" of "Anna Nowak" and of "Nowak, Anna". null when the name is none, as of an address. */
export function firstNameOf(name: string): string | null {
  const whole = name.trim()
  if (whole === '' || whole.includes('@')) return null
  const comma = whole.indexOf(',')
  const given = (comma < 0 ? whole : whole.slice(comma + 1)).trim().split(/\s+/)[0] ?? ''
  return /\p{L}/u.test(given) ? given : null
}
