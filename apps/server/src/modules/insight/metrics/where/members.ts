// Conditions as members of dimensions, where they are nothing more: all of some rules, each "is" or "is one of". Only such can be asked of sums.
import { isGroup } from './group.ts'
import { dimensions, type Dimension } from '@kontuar/contracts'
import type { ConditionGroup, ConditionRule } from '@kontuar/conditions'
import { noMember } from '../../sums/cells.ts'
import type { FactFields } from './fields.ts'

export type Members = ReadonlyMap<Dimension, ReadonlySet<string>>

/** Null: they ask for more than members. An empty set is nobody. @param me who "me" is */
export function membersOf(group: ConditionGroup | null, fields: FactFields, me: string | null): Members | null {
  const found = new Map<Dimension, ReadonlySet<string>>()
  return group === null || collect(group, fields, me, found) ? found : null
}

function collect(group: ConditionGroup, fields: FactFields, me: string | null, found: Map<Dimension, ReadonlySet<string>>): boolean {
  if (group.muted === true) return true
  const active = group.rules.filter((node) => node.muted !== true)
  if (active.length === 0) return true
  if (group.not === true || (group.combinator === 'or' && active.length > 1)) return false
  return active.every((node) => {
    if (isGroup(node)) return collect(node, fields, me, found)
    const members = membersOfRule(node, fields, me)
    if (members === null) return false
    const dimension = node.field as Dimension
    const before = found.get(dimension)
    found.set(dimension, before === undefined ? members : before.intersection(members))
    return true
  })
}

function membersOfRule({ field: name, operator, value }: ConditionRule, fields: FactFields, me: string | null): ReadonlySet<string> | null {
  if (!(dimensions as readonly string[]).includes(name)) return null
  if (operator === 'null') return new Set([noMember])
  if (!['=', 'in', 'within'].includes(operator)) return null
  const field = fields.get(name)!
  const given = (Array.isArray(value) ? value : [value]) as unknown[]
  return new Set(given.flatMap((one) => {
    if (typeof one === 'boolean') return [String(one)]
    if (one === '@none') return [noMember]
    if (one === '@me') return me === null ? [] : [me]
    const id = field.type !== 'boolean' && 'ids' in field && field.ids === 'uuid' ? String(one).toLowerCase() : String(one)
    return operator === 'within' && field.type === 'tree' ? [id, ...field.descendants(id)] : [id]
  }))
}
