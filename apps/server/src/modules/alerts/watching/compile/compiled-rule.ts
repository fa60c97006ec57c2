// A rule ready to be judged by. What does not compile any more (a custom field that is gone) judges nothing: managers are told
// (rules/problems), and the other rules go on.
import { ConditionsError, impliedChoices, toPredicate, whatHeld, type ConditionGroup, type ConditionRule } from '@kontuar/conditions'
import type { AlertRuleDefinition, AlertSubject } from '@kontuar/contracts'
import { alertFields, type AlertFields } from '../../rules/fields/alert-fields.ts'
import type { AlertWords } from '../../rules/fields/alert-words.ts'
import type { Occurrence } from '../occurrence.ts'

type Test = (occurrence: Occurrence) => boolean
export interface RuleToJudge { id: string; version: number; urgent: boolean; /** Epoch milliseconds: what happened before is none of its business. */ since: number; definition: AlertRuleDefinition }
interface Compiled<K extends AlertRuleDefinition['kind']> extends RuleToJudge { definition: Extract<AlertRuleDefinition, { kind: K }> }

export interface EventRule extends Compiled<'event'> { test: Test; /** Of an occurrence that fits: the conditions that were found in it. */ held: (occurrence: Occurrence) => ConditionRule[]; /** What it must be, where the conditions say so: see index-rules.ts. */ must: Must | null }
export interface SequenceRule extends Compiled<'sequence'> { fits: Test; among: Test }
export interface SilenceRule extends Compiled<'silence'> { test: Test }
export type FigureRule = Compiled<'figure'>
export type WarningRule = Compiled<'warning'>

/** Fields of few values that most rules name, the most telling ones first. */
const indexed = ['customerId', 'staffId', 'surveyId', 'touchpointId', 'locationId', 'queueId', 'teamId', 'reasonId', 'companyId', 'channel', 'tone', 'sentiment', 'happened', 'clock', 'priority', 'kind', 'language'] as const satisfies readonly (keyof Occurrence)[]
export type Indexed = (typeof indexed)[number]
export interface Must { field: Indexed; values: ReadonlySet<string> }

export interface CompiledRules { events: EventRule[]; sequences: SequenceRule[]; silences: SilenceRule[]; figures: FigureRule[]; warnings: WarningRule[]; /** Ids of those that do not compile. */ broken: string[] }

export function compileRules(rules: readonly RuleToJudge[], words: AlertWords, timeZone: string): CompiledRules {
  const fields = fieldsBySubject(words)
  const compiled: CompiledRules = { events: [], sequences: [], silences: [], figures: [], warnings: [], broken: [] }
  for (const rule of rules) {
    try {
      add(compiled, rule, fields, timeZone)
    } catch (error) {
      if (!(error instanceof ConditionsError)) throw error
      compiled.broken.push(rule.id)
    }
  }
  return compiled
}

function fieldsBySubject(words: AlertWords): (on: AlertSubject) => AlertFields {
  const made = new Map<AlertSubject, AlertFields>()
  return (on) => {
    const known = made.get(on) ?? alertFields(words, on)
    made.set(on, known)
    return known
  }
}

function add(compiled: CompiledRules, rule: RuleToJudge, fields: (on: AlertSubject) => AlertFields, timeZone: string): void {
  const { definition } = rule
  // No condition asks what time it is (alert-fields.ts), nor who asks.
  const context = { now: new Date(rule.since), timeZone, me: null }
  const test = (on: AlertSubject, group: unknown): Test => (group === null || group === undefined ? () => true : toPredicate(group as ConditionGroup, fields(on), context))
  const held = (on: AlertSubject, group: unknown): EventRule['held'] => (group === null || group === undefined ? () => [] : whatHeld(group as ConditionGroup, fields(on), context))
  switch (definition.kind) {
    case 'event': compiled.events.push({ ...rule, definition, test: test(definition.on, definition.where), held: held(definition.on, definition.where), must: mustBe(definition.where as ConditionGroup | null | undefined) }); return
    case 'sequence': compiled.sequences.push({ ...rule, definition, fits: test(definition.on, definition.fits), among: test(definition.on, definition.among) }); return
    case 'silence': compiled.silences.push({ ...rule, definition, test: test(definition.on, definition.where) }); return
    case 'figure': compiled.figures.push({ ...rule, definition }); return
    case 'warning': compiled.warnings.push({ ...rule, definition })
  }
}

/** Of a tree nothing: `within` names no leaves. */
function mustBe(group: ConditionGroup | null | undefined): Must | null {
  if (group === null || group === undefined) return null
  for (const field of indexed) {
    const values = impliedChoices(group, field)
    if (values !== null) return { field, values }
  }
  return null
}
