// The form of an alert rule: what stands in it and what is sent of it. Pure. What belongs to another kind stays in the form while one
// tries the kinds, and is not sent.
import type { AlertDeliveryWish, AlertPlace, AlertRuleDefinition, AlertSubject, Conditions, FigureTest, NewAlertRule, Recipient, WarningKind } from '@kontuar/contracts'

export const kinds = ['event', 'sequence', 'figure', 'silence', 'warning'] as const
export type Kind = (typeof kinds)[number]
export const tests = ['below', 'above', 'falls', 'rises', 'share-grows', 'trend'] as const
export type TestName = (typeof tests)[number]
type Road = AlertDeliveryWish['roads'][number]
/** While it is being typed it may be empty. */
export type Typed = number | null

export interface Step { afterMinutes: Typed; recipients: Recipient[] }
interface TaskWish { title: string; owner: Recipient; dueInHours: Typed }
export interface RuleValues {
  name: string; active: boolean; kind: Kind
  on: AlertSubject; where: Conditions; fits: Conditions; among: Conditions; each: AlertPlace; n: Typed
  metric: string | null; figureWhere: Conditions; days: Typed; test: TestName; value: Typed; backAt: Typed; certain: boolean; by: Typed; against: 'before' | 'year'; direction: 'up' | 'down'; weeks: Typed
  minimum: Typed; tellsNoData: boolean; noDataDays: Typed
  hours: Typed; silenceCalendarId: string | null
  warningKinds: WarningKind[]; locationIds: string[]
  recipients: Recipient[]; roads: Road[]; destinationIds: string[]; urgent: boolean; when: AlertDeliveryWish['when']; groupMinutes: Typed; escalation: Step[]; calendarId: string | null; task: TaskWish | null
}

const none: Conditions = { combinator: 'and', rules: [] }
/** Places at which each kind is watched; the server refuses the others with a reason (figures: what the metric cannot be cut by). */
const placesOf: Record<Kind, readonly AlertPlace[]> = {
  event: [], warning: [],
  sequence: ['all', 'location', 'queue', 'team', 'staff', 'channel', 'reason', 'survey', 'customer'],
  figure: ['all', 'location', 'queue', 'team', 'staff', 'channel', 'reason', 'survey'],
  silence: ['all', 'location', 'queue', 'team', 'staff', 'channel', 'reason', 'survey'],
}
/** @param dimensions by which the metric can be cut; undefined: not known yet */
export function placesFor({ kind, on, test }: Pick<RuleValues, 'kind' | 'on' | 'test'>, dimensions?: readonly string[]): AlertPlace[] {
  return placesOf[kind].filter((place) => {
    if (kind === 'figure') return place === 'all' ? test !== 'share-grows' : dimensions === undefined || dimensions.includes(place)
    return place !== 'survey' || on === 'answer'
  })
}
const subjectsOf: Partial<Record<Kind, readonly AlertSubject[]>> = { event: ['answer', 'interaction', 'ticket', 'breach'], sequence: ['answer', 'interaction'], silence: ['answer', 'interaction', 'ticket'] }
export const subjectsFor = (kind: Kind): readonly AlertSubject[] => subjectsOf[kind] ?? []

const usual: RuleValues = {
  name: '', active: true, kind: 'event',
  on: 'answer', where: none, fits: none, among: none, each: 'location', n: 3,
  metric: null, figureWhere: none, days: 28, test: 'falls', value: null, backAt: null, certain: false, by: null, against: 'before', direction: 'down', weeks: 8, minimum: 30, tellsNoData: false, noDataDays: 28,
  hours: 8, silenceCalendarId: null, warningKinds: [], locationIds: [],
  recipients: [{ to: 'location-manager' }], roads: ['app', 'mail'], destinationIds: [], urgent: false, when: 'at-once', groupMinutes: 5, escalation: [], calendarId: null, task: null,
}

/** What the form begins with: nothing, a rule that stands, or a ready-made one. */
export function valuesOf(rule: Pick<NewAlertRule, 'name' | 'definition' | 'delivery' | 'active'> | null): RuleValues {
  if (rule === null) return usual
  const { task, escalation, ...delivery } = rule.delivery
  return {
    ...usual, name: rule.name, active: rule.active ?? true, ...ofDefinition(rule.definition), ...delivery,
    escalation: escalation.map((step) => ({ ...step })), task: task === null ? null : { title: task.title ?? '', owner: task.owner, dueInHours: task.dueInHours },
  }
}

function ofDefinition(definition: AlertRuleDefinition): Partial<RuleValues> {
  const { kind } = definition
  switch (definition.kind) {
    case 'event': return { kind, on: definition.on, where: definition.where ?? none }
    case 'sequence': return { kind, on: definition.on, fits: definition.fits, among: definition.among ?? none, each: definition.each, n: definition.n }
    case 'silence': return { kind, on: definition.on, where: definition.where ?? none, each: definition.each, hours: definition.hours, silenceCalendarId: definition.calendarId ?? null }
    case 'warning': return { kind, warningKinds: definition.kinds, locationIds: definition.locationIds ?? [] }
    case 'figure': {
      const { metric, where, each, days, minimum, noData, noDataDays, test } = definition
      return { kind, metric, figureWhere: where ?? none, each, days, minimum, tellsNoData: noData === 'tell', noDataDays: noDataDays ?? days, ...ofTest(test) }
    }
  }
}

function ofTest(test: FigureTest): Partial<RuleValues> {
  switch (test.test) {
    case 'below': case 'above': return { test: test.test, value: test.value, backAt: test.backAt ?? null, certain: test.certain ?? false }
    case 'falls': case 'rises': case 'share-grows': return { test: test.test, by: test.by, against: test.against }
    case 'trend': return { test: test.test, direction: test.direction, weeks: test.weeks }
  }
}

/** Null without a condition: everything fits. */
const asked = (conditions: Conditions): Conditions | null => (conditions.rules.length === 0 ? null : conditions)
const within = (value: Typed, least: number, most: number): value is number => value !== null && value >= least && value <= most

/** Null while it cannot be read: something is missing or out of bounds (`faultsOf` says what). */
export function definitionOf(values: RuleValues): AlertRuleDefinition | null {
  const { kind, each } = values
  const on = subjectsFor(kind).includes(values.on) ? values.on : 'answer'
  switch (kind) {
    case 'event': return { kind, on, where: asked(values.where) }
    case 'sequence': return within(values.n, 2, 50) && Number.isInteger(values.n) && values.fits.rules.length > 0 ? { kind, on: on as 'answer' | 'interaction', fits: values.fits, among: asked(values.among), each, n: values.n } : null
    case 'silence': return within(values.hours, 0.5, 1000) ? { kind, on: on as 'answer' | 'interaction' | 'ticket', where: asked(values.where), each, hours: values.hours, calendarId: values.silenceCalendarId } : null
    case 'warning': return values.warningKinds.length === 0 ? null : { kind, kinds: values.warningKinds, ...(values.locationIds.length === 0 ? {} : { locationIds: values.locationIds }) }
    case 'figure': {
      const test = testOf(values)
      const { metric, days, minimum, tellsNoData, noDataDays } = values
      if (metric === null || test === null || !within(days, 1, 366) || !within(minimum, 1, 1_000_000) || (tellsNoData && !within(noDataDays, 1, 366))) return null
      return { kind, metric, where: asked(values.figureWhere), each, days, test, minimum, noData: tellsNoData ? 'tell' : 'quiet', ...(tellsNoData ? { noDataDays: noDataDays! } : {}) }
    }
  }
}

function testOf({ test, value, backAt, certain, by, against, direction, weeks }: RuleValues): FigureTest | null {
  switch (test) {
    case 'below': case 'above': return value === null ? null : { test, value, ...(backAt === null ? {} : { backAt }), ...(certain ? { certain } : {}) }
    case 'falls': case 'rises': return by === null || by < 0 ? null : { test, by, against }
    case 'share-grows': return within(by, 0, 1) ? { test, by, against } : null
    case 'trend': return within(weeks, 5, 52) ? { test, direction, weeks } : null
  }
}

/** Null while it cannot be read. What is urgent is held for no group and waits for no digest. */
export function deliveryOf(values: RuleValues): AlertDeliveryWish | null {
  if (faultsOf(values).some((fault) => ofDelivery.has(fault))) return null
  const { recipients, roads, destinationIds, urgent, calendarId, task } = values
  const when = urgent ? 'at-once' : values.when
  return {
    recipients, roads, destinationIds, urgent, when, groupMinutes: urgent || when !== 'at-once' ? 0 : values.groupMinutes!,
    escalation: values.escalation.map((step) => ({ afterMinutes: step.afterMinutes!, recipients: step.recipients })), calendarId,
    task: task === null ? null : { ...(task.title.trim() === '' ? {} : { title: task.title.trim() }), owner: task.owner, dueInHours: task.dueInHours! },
  }
}

export type Fault = 'name' | 'fits' | 'n' | 'hours' | 'metric' | 'days' | 'value' | 'backAt' | 'by' | 'weeks' | 'minimum' | 'noDataDays' | 'each' | 'warningKinds' | 'recipients' | 'onlyByName' | 'roads' | 'groupMinutes' | 'escalation' | 'escalationOrder' | 'task'
const ofDelivery: ReadonlySet<Fault> = new Set(['recipients', 'onlyByName', 'roads', 'groupMinutes', 'escalation', 'escalationOrder', 'task'])

/** What is missing or out of bounds, each with a sentence of its own (`wrong.*`). @param dimensions of the metric, where they are known */
export function faultsOf(values: RuleValues, dimensions?: readonly string[]): Fault[] {
  const { kind, test, recipients, escalation, task } = values
  const figure = kind === 'figure'
  const against = (wanted: readonly TestName[]) => figure && wanted.includes(test)
  const checks: readonly (readonly [Fault, boolean])[] = [
    ['name', values.name.trim() === ''],
    ['fits', kind === 'sequence' && values.fits.rules.length === 0],
    ['n', kind === 'sequence' && !(within(values.n, 2, 50) && Number.isInteger(values.n))],
    ['hours', kind === 'silence' && !within(values.hours, 0.5, 1000)],
    ['metric', figure && values.metric === null],
    ['days', figure && !within(values.days, 1, 366)],
    ['value', against(['below', 'above']) && values.value === null],
    ['backAt', against(['below', 'above']) && values.value !== null && values.backAt !== null && (test === 'below' ? values.backAt < values.value : values.backAt > values.value)],
    ['by', against(['falls', 'rises', 'share-grows']) && !within(values.by, 0, test === 'share-grows' ? 1 : Infinity)],
    ['weeks', against(['trend']) && !within(values.weeks, 5, 52)],
    ['minimum', figure && !within(values.minimum, 1, 1_000_000)],
    ['noDataDays', figure && values.tellsNoData && !within(values.noDataDays, 1, 366)],
    ['each', placesOf[kind].length > 0 && !placesFor(values, dimensions).includes(values.each)],
    ['warningKinds', kind === 'warning' && values.warningKinds.length === 0],
    ['recipients', recipients.length === 0 && values.destinationIds.length === 0],
    ['onlyByName', recipients.length > 0 && recipients.every(({ to }) => to === 'staff')],
    ['roads', values.roads.length === 0],
    ['groupMinutes', !values.urgent && values.when === 'at-once' && !within(values.groupMinutes, 0, 60)],
    ['escalation', escalation.some((step) => !within(step.afterMinutes, 5, 14_400) || step.recipients.length === 0)],
    ['escalationOrder', escalation.some((step, i) => i > 0 && (step.afterMinutes ?? 0) <= (escalation[i - 1]!.afterMinutes ?? 0))],
    ['task', task !== null && !within(task.dueInHours, 0.25, 1000)],
  ]
  return checks.filter(([, wrong]) => wrong).map(([fault]) => fault)
}
