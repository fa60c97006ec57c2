/*
 * The one gate for conditions from outside: whatever passes compiles and can be stored (cleaned). It takes any
 * JSON, never throws, and looks at no more nodes than are allowed. Muted parts are checked for their form alone:
 * muting is how a person keeps a rule whose field is gone.
 */
import { checkValue, isStorable, type CheckOptions, type Fault } from './check-value.ts'
import { operatorsOf, type Registry } from './fields.ts'
import { isGroup, isRecord, limits } from './group.ts'
import { byWordForms, isOperator } from './operators.ts'
import { quote, type ConditionProblem } from './problems.ts'

/** What is wrong with the conditions, in reading order; nothing when they are good. */
export function checkConditions(group: unknown, registry: Registry, options: CheckOptions = {}): ConditionProblem[] {
  const problems: ConditionProblem[] = []
  const say = (path: number[], { code, sentence }: Fault, field?: string) => { problems.push({ path, code, sentence, ...(field === undefined ? {} : { field }) }) }
  let nodes = 0

  /** False when there is no sense in looking further. */
  function look(node: unknown, path: number[], muted: boolean): boolean {
    if (path.length > 0 && ++nodes > limits.nodes) {
      say([], { code: 'too-many', sentence: `These conditions are too many: ${limits.nodes} rules and groups at most.` })
      return false
    }
    if (!isRecord(node)) {
      say(path, { code: 'not-a-rule', sentence: 'A rule has to be an object with field, operator and value.' })
      return true
    }
    for (const flag of ['not', 'muted']) {
      if (node[flag] !== undefined && typeof node[flag] !== 'boolean') say(path, { code: 'wrong-flag', sentence: `"${flag}" has to be true or false.` })
    }
    return isGroup(node) ? lookAtGroup(node as unknown as Record<string, unknown> & { rules: unknown[] }, path, muted) : lookAtRule(node, path, muted)
  }

  function lookAtGroup(node: Record<string, unknown> & { rules: unknown[] }, path: number[], muted: boolean): boolean {
    if (path.length + 1 > limits.depth) {
      say(path, { code: 'too-deep', sentence: `Groups lie too deep in one another: ${limits.depth} levels at most.` })
      return true
    }
    if (node['combinator'] !== 'and' && node['combinator'] !== 'or') say(path, { code: 'wrong-combinator', sentence: 'A group joins its rules with "and" or "or": say which in "combinator".' })
    return node.rules.every((child, i) => look(child, [...path, i], muted || node['muted'] === true))
  }

  function lookAtRule(node: Record<string, unknown>, path: number[], muted: boolean): boolean {
    const { field: name, operator, value } = node
    if (typeof name !== 'string' || typeof operator !== 'string') {
      say(path, { code: 'not-a-rule', sentence: 'A rule has to name its field and its operator.' })
    } else if ((node['valueSource'] ?? 'value') !== 'value' || node['match'] !== undefined || node['lhs'] !== undefined) {
      say(path, { code: 'unsupported', sentence: `The condition on ${quote(name)} compares with something else than a value, which is not possible here.` })
    } else if (muted || node['muted'] === true) {
      if (!fitsIntoStore([name, operator, value])) say(path, { code: 'not-storable', sentence: 'A muted rule is too large or contains characters that are none: remove it.' })
    } else {
      checkRule(name, operator, value, path)
    }
    return true
  }

  function checkRule(name: string, operator: string, value: unknown, path: number[]) {
    const field = registry.get(name)
    if (!field) return say(path, { code: 'unknown-field', sentence: `There is no field ${quote(name)}: choose one of ${namesOf(registry)}.` })
    if (!isOperator(operator) || !operatorsOf(field).includes(operator)) {
      const forms = (byWordForms as readonly string[]).includes(operator) && field.type === 'text' ? 'Forms of words are looked for only in rules that judge what comes in. ' : ''
      return say(path, { code: 'unknown-operator', sentence: `${forms}The field ${quote(name)} cannot be asked ${quote(operator)}: choose one of ${operatorsOf(field).join(', ')}.` }, name)
    }
    const fault = checkValue(field, operator, value, options)
    if (fault) say(path, fault, name)
  }

  if (!isGroup(group)) return [{ path: [], code: 'not-a-group', sentence: 'Conditions have to be a group: {"combinator": "and", "rules": []}.' }]
  look(group, [], false)
  return problems
}

/** Custom fields go by ids, which tell a person nothing: they are counted. */
function namesOf(registry: Registry): string {
  const names = [...registry.keys()]
  const said = names.filter((name) => !/[0-9a-f]{8}-/.test(name)).slice(0, mostNamed)
  const left = names.length - said.length
  return said.join(', ') + (left === 0 ? '' : ` (and ${left} more)`)
}
const mostNamed = 40

/** Of what is muted: at most so much, and nothing that PostgreSQL's jsonb refuses. A list, not recursion: it may be deep. */
function fitsIntoStore(json: unknown): boolean {
  const waiting: unknown[] = [json]
  for (let seen = 0; waiting.length > 0; seen++) {
    const value = waiting.pop()
    if (seen > 2 * limits.listLength) return false
    if (typeof value === 'string' && (value.length > limits.textLength || !isStorable(value))) return false
    if (typeof value === 'object' && value !== null) {
      const inside = Object.entries(value)
      if (inside.length > limits.listLength) return false
      waiting.push(...inside.flat())
    }
  }
  return true
}
