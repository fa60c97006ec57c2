// Conditions as the filter bar reads and writes them: a list of "field is one of these" that all hold. Whatever else stands in them is
// kept, and shown as a sentence. Pure.
import type { Conditions } from '@kontuar/contracts'

interface Rule { field: string; operator: string; value?: unknown }
type Group = Conditions & { not?: boolean }

const isRule = (node: unknown): node is Rule => typeof node === 'object' && node !== null && typeof (node as Rule).field === 'string'
const isPlain = (node: unknown): node is Group => typeof node === 'object' && node !== null && (node as Group).combinator === 'and' && Array.isArray((node as Group).rules) && (node as Group).not !== true && !('muted' in node && (node as { muted?: unknown }).muted === true)

/** All of them must hold; nested "and" are one. Null: nothing is asked. */
export function joined(...parts: readonly (Conditions | null | undefined)[]): Conditions | null {
  const rules = parts.flatMap((part): unknown[] => (part === null || part === undefined || part.rules.length === 0 ? [] : isPlain(part) ? flat(part) : [part]))
  return rules.length === 0 ? null : { combinator: 'and', rules }
}
const flat = (group: Group): unknown[] => group.rules.flatMap((rule) => (isPlain(rule) ? flat(rule) : [rule]))

export const whereOf = (rules: readonly Rule[]): Conditions | null => (rules.length === 0 ? null : { combinator: 'and', rules: [...rules] })

/** One choice of the bar: none of it is "@none". */
export interface Chosen { field: string; values: readonly string[] }

/** A rule that the bar can show as its own. */
function chosenOf(rule: unknown): Chosen | null {
  if (!isRule(rule)) return null
  if (rule.operator === 'null') return { field: rule.field, values: ['@none'] }
  if (rule.operator !== '=' && rule.operator !== 'in' && rule.operator !== 'within') return null
  const values = Array.isArray(rule.value) ? rule.value : [rule.value]
  return values.length > 0 && values.every((each) => typeof each === 'string' || typeof each === 'boolean') ? { field: rule.field, values: values.map(String) } : null
}

/** @param fields those the bar offers; what asks of others is the rest */
export function readChosen(where: Conditions | null | undefined, fields: ReadonlySet<string>): { chosen: Chosen[]; rest: Conditions | null } {
  const rules = where ? (isPlain(where) ? flat(where) : [where]) : []
  const chosen: Chosen[] = []
  const rest: unknown[] = []
  for (const rule of rules) {
    const found = chosenOf(rule)
    // A field twice would say "both": that is for the sentence.
    if (found && fields.has(found.field) && !chosen.some(({ field }) => field === found.field)) chosen.push(found)
    else rest.push(rule)
  }
  return { chosen, rest: rest.length === 0 ? null : { combinator: 'and', rules: rest } }
}

/** `tree`: a parent includes what is below it. `truth`: of yes and no. */
export type Shape = 'choice' | 'tree' | 'truth'
export function writeChosen(chosen: readonly Chosen[], shapeOf: (field: string) => Shape, rest: Conditions | null): Conditions | null {
  const rules = chosen.filter(({ values }) => values.length > 0).map(({ field, values }): unknown => {
    const named = values.filter((value) => value !== '@none')
    const shape = shapeOf(field)
    const some: Rule[] = named.length === 0 ? [] : shape === 'truth' ? (named.length > 1 ? [] : [{ field, operator: '=', value: named[0] === 'true' }]) : [{ field, operator: shape === 'tree' ? 'within' : 'in', value: named }]
    const parts: Rule[] = [...some, ...(values.includes('@none') ? [{ field, operator: 'null' }] : [])]
    return parts.length === 1 ? parts[0] : parts.length === 0 ? null : { combinator: 'or', rules: parts }
  }).filter((rule) => rule !== null)
  return joined({ combinator: 'and', rules }, rest)
}
