// What a rule asks, in one sentence for those it tells: "rating at most 6 and location Mokotów".
import type { AlertRuleDefinition, Locale } from '@kontuar/contracts'
import type { ConditionGroup, ConditionRule } from '@kontuar/conditions'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { conditionWords, sayRule } from '../../condition-words/index.ts'
import { alertWords } from '../../life/words/index.ts'

const tables: Record<string, string> = {
  queueId: 'queue', locationId: 'location', teamId: 'team', staffId: 'staff', reasonId: 'reason', topicId: 'reason', surveyId: 'survey', touchpointId: 'touchpoint', tagIds: 'tag', customerTagIds: 'tag', companyId: 'company',
}
const longest = 400

/** Names of what conditions ask for, by id. */
export async function readConditionNames(tx: Tx, definitions: readonly AlertRuleDefinition[]): Promise<Map<string, string>> {
  const asked = new Map<string, Set<string>>()
  const fields = new Set<string>()
  const walk = (group: ConditionGroup) => group.rules.forEach((node) => {
    if ('rules' in node) return walk(node)
    const own = /^(?:customer\.)?fields\.(.+)$/.exec(node.field)?.[1]
    if (own !== undefined && isId(own)) fields.add(own)
    const table = tables[node.field]
    if (table !== undefined) for (const id of [node.value].flat()) if (typeof id === 'string' && isId(id)) asked.set(table, (asked.get(table) ?? new Set()).add(id))
  })
  for (const definition of definitions) for (const group of groupsOf(definition)) walk(group)
  const names = new Map<string, string>()
  const read = async (table: string, ids: readonly string[]) => {
    for (const { id, name } of await tx.query<{ id: string; name: string }>(`select id, name from ${table} where org_id = $1 and id = any ($2)`, [tx.orgId, ids], `filter-names ${table}`)) names.set(id, name)
  }
  for (const [table, ids] of asked) await read(table, [...ids])
  if (fields.size > 0) await read('custom_field', [...fields])
  return names
}

const given = (conditions: unknown): ConditionGroup[] => {
  const group = asGroup(conditions, 0)
  return group === null ? [] : [group]
}
/** What is stored was checked; of what an older version stored, what can be read is said. */
function asGroup(json: unknown, depth: number): ConditionGroup | null {
  const { combinator, rules, not, muted } = (json ?? {}) as Record<string, unknown>
  if (!Array.isArray(rules) || depth > 10) return null
  const nodes = (rules as unknown[]).flatMap((node): (ConditionRule | ConditionGroup)[] => {
    const { field, operator } = (node ?? {}) as Record<string, unknown>
    if (typeof field === 'string' && typeof operator === 'string') return [node as ConditionRule]
    const inner = asGroup(node, depth + 1)
    return inner === null ? [] : [inner]
  })
  return { combinator: combinator === 'or' ? 'or' : 'and', rules: nodes, ...(not === true ? { not } : {}), ...(muted === true ? { muted } : {}) }
}
function groupsOf(definition: AlertRuleDefinition): ConditionGroup[] {
  switch (definition.kind) {
    case 'event': case 'silence': case 'figure': return given(definition.where)
    case 'sequence': return [...given(definition.fits), ...given(definition.among)]
    case 'warning': return []
  }
}

/** Null: it asks nothing besides. Pure. */
export function describeFilters(definition: AlertRuleDefinition, names: ReadonlyMap<string, string>, language: Locale): string | null {
  const conditions = conditionWords(language)
  const on = alertWords(language).on
  const say = (group: unknown) => given(group).map((g) => sayGroup(g, names, language)).find((s) => s !== '') ?? null
  const sentence = (() => {
    switch (definition.kind) {
      case 'event': return [on[definition.on], say(definition.where)]
      case 'silence': return [`${conditions.on.silence}${on[definition.on]}`, say(definition.where)]
      case 'sequence': return [`${conditions.on.sequence}${on[definition.on]}`, say(definition.fits), ...(say(definition.among) === null ? [] : [`${conditions.among}: ${say(definition.among)!}`])]
      case 'figure': return [say(definition.where)]
      case 'warning': return definition.kinds.map((kind) => alertWords(language).warnings[kind])
    }
  })().filter((part): part is string => part !== null && part !== '').join(', ')
  return sentence === '' ? null : sentence.length > longest ? `${sentence.slice(0, longest).trimEnd()}…` : sentence
}

function sayGroup(group: ConditionGroup, names: ReadonlyMap<string, string>, language: Locale): string {
  const w = conditionWords(language)
  const parts = group.rules.filter((node) => node.muted !== true).map((node) => ('rules' in node ? sayInner(node, names, language) : sayRule(node, names, language))).filter((part) => part !== '')
  const said = parts.join(group.combinator === 'or' ? w.or : w.and)
  return group.not === true && said !== '' ? w.not(said) : said
}
function sayInner(group: ConditionGroup, names: ReadonlyMap<string, string>, language: Locale): string {
  const said = sayGroup(group, names, language)
  return said === '' || group.not === true ? said : `(${said})`
}
