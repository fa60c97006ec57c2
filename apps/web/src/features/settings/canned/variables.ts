// What a canned answer may say as {{name}}, and what it looks like with invented data.
import { cannedVariables } from '@kontuar/contracts'

export type Variable = (typeof cannedVariables)[number]
export type Sample = Record<Variable, string>

const mark = /\{\{\s*([\w.]+)\s*\}\}/g
const isKnown = (name: string): name is Variable => (cannedVariables as readonly string[]).includes(name)
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** The HTML with the sample in place of the variables; unknown ones stay as they are. */
export const filled = (html: string, sample: Sample): string => html.replace(mark, (whole, name: string) => (isKnown(name) ? escaped(sample[name]) : whole))

/** Names in {{ }} that mean nothing, each once. */
export const unknownVariables = (html: string): string[] => [...new Set([...html.matchAll(mark)].map(([, name]) => name!).filter((name) => !isKnown(name)))]

/** The beginning of the text, for a list: without marks of HTML. */
export function beginning(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<\/(p|li|div)>|<br\s*\/?>/gi, ' $&'), 'text/html')
  return (page.body.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 160)
}
