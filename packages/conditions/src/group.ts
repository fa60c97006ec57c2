/*
 * The rule-group JSON of react-querybuilder 8, as far as it is taken: no independent combinators, no other
 * value source than a value, no match modes, no expression on the left. `disabled` (locked on the screen) and
 * `id` mean nothing here; `muted` takes a rule or group out.
 */
export interface ConditionGroup {
  combinator: 'and' | 'or'
  not?: boolean
  muted?: boolean
  rules: readonly (ConditionRule | ConditionGroup)[]
}

export interface ConditionRule {
  field: string
  operator: string
  value?: unknown
  muted?: boolean
}

/** The root is level 1. Nodes are rules and groups below the root, muted ones too. */
export const limits = { depth: 6, nodes: 100, textLength: 500, listLength: 200, idLength: 200, amountDays: 36_525 } as const

/** Any object; arrays are none. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Tells groups from rules as react-querybuilder does: by the list of rules. */
export function isGroup(node: unknown): node is ConditionGroup {
  return isRecord(node) && Array.isArray(node['rules'])
}

/** The rules that count, however deep: neither muted nor within something muted. Survives any JSON. */
export function activeRules(group: unknown): ConditionRule[] {
  const found: ConditionRule[] = []
  const waiting: unknown[] = [group]
  // A list instead of recursion: hostile JSON may be deeper than the stack.
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isRecord(node) || node['muted'] === true) continue
    if (isGroup(node)) for (const child of node.rules) waiting.push(child)
    else if (typeof node['field'] === 'string' && typeof node['operator'] === 'string') found.push(node as unknown as ConditionRule)
  }
  return found.reverse()
}
