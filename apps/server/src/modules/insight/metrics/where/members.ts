// Conditions as members of dimensions, where they are nothing more: all of some rules, each "is", "is one of" or their opposite. Only such can
// be asked of sums.
import type { ConditionGroup, ConditionRule } from '@kontuar/conditions'
import { dimensions, type Dimension } from '@kontuar/contracts'
import { noMember } from '../../sums/cells.ts'
import type { FactFields } from './fields.ts'
import { isGroup } from './group.ts'

/** One of these ids; or, with `except`, any other. */
export interface Membership { ids: ReadonlySet<string>; except: boolean }
export type Members = ReadonlyMap<Dimension, Membership>

export const belongs = ({ ids, except }: Membership, member: string): boolean => ids.has(member) !== except

/** Null: they ask for more than members. @param me who "me" is; null: nobody */
export function membersOf(group: ConditionGroup | null, fields: FactFields, me: string | null): Members | null {
  const found = new Map<Dimension, Membership>()
  return group === null || collect(group, fields, me, found) ? found : null
}

function collect(group: ConditionGroup, fields: FactFields, me: string | null, found: Map<Dimension, Membership>): boolean {
  if (group.muted === true) return true
  const active = group.rules.filter((node) => !isSilent(node))
  if (active.length === 0) return true
  // Of several together neither "or" nor "not" is a question of members.
  if (active.length > 1 && (group.combinator === 'or' || group.not === true)) return false
  return active.every((node) => {
    const parts = isGroup(node) ? new Map<Dimension, Membership>() : ofRule(node, fields, me)
    if (parts === null || (isGroup(node) && !collect(node, fields, me, parts))) return false
    if (group.not === true && parts.size > 1) return false
    for (const [dimension, membership] of parts) {
      const one = group.not === true ? { ...membership, except: !membership.except } : membership
      const before = found.get(dimension)
      found.set(dimension, before === undefined ? one : both(before, one))
    }
    return true
  })
}

/** Says nothing, so it is left out: muted, or a group without anything. */
const isSilent = (node: ConditionRule | ConditionGroup): boolean => node.muted === true || (isGroup(node) && node.rules.every(isSilent))

function both(a: Membership, b: Membership): Membership {
  if (a.except && b.except) return { ids: a.ids.union(b.ids), except: true }
  if (!a.except && !b.except) return { ids: a.ids.intersection(b.ids), except: false }
  const [one, other] = a.except ? [b, a] : [a, b]
  return { ids: one.ids.difference(other.ids), except: false }
}

const opposites: Readonly<Record<string, string>> = { '!=': '=', 'notIn': 'in', 'notWithin': 'within', 'notNull': 'null' }

function ofRule({ field: name, operator, value }: ConditionRule, fields: FactFields, me: string | null): Map<Dimension, Membership> | null {
  if (!(dimensions as readonly string[]).includes(name)) return null
  const positive = opposites[operator] ?? operator
  const ids = positive === 'null' ? new Set([noMember]) : ['=', 'in', 'within'].includes(positive) ? idsOf(name as Dimension, positive, value, fields, me) : null
  return ids === null ? null : new Map([[name as Dimension, { ids, except: positive !== operator }]])
}

function idsOf(name: Dimension, operator: string, value: unknown, fields: FactFields, me: string | null): ReadonlySet<string> {
  const field = fields.get(name)!
  return new Set(((Array.isArray(value) ? value : [value]) as unknown[]).flatMap((one) => {
    if (one === '@none') return [noMember]
    if (one === '@me') return me === null ? [] : [me]
    const id = String(one)
    return operator === 'within' && field.type === 'tree' ? [id, ...field.descendants(id)] : [id]
  }))
}
