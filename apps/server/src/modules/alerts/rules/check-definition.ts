// A definition from outside, whole and cleaned, or the first thing that is wrong with it in a sentence that says what to do.
import { checkConditions, cleanConditions, type ConditionGroup } from '@kontuar/conditions'
import type { AlertRuleDefinition, AlertSubject, Conditions } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { refuseUnknownStructure } from '../../identity/index.ts'
import { checkWhere, describeMetrics, openWindows } from '../../insight/index.ts'
import { dimensionOf } from '../watching/place.ts'
import { alertFields } from './fields/alert-fields.ts'
import { beyondRange } from './metric-range.ts'
import { readAlertWords, type AlertWords } from './fields/alert-words.ts'

type Definition<K extends AlertRuleDefinition['kind']> = Extract<AlertRuleDefinition, { kind: K }>

/**
 * @param tx of `db.report`: of figures the numbers are asked
 * @throws Refusal `invalid-input`, each fault under its place: `definition.where.0.1`, `definition.metric`
 */
export async function checkDefinition(tx: Tx, given: AlertRuleDefinition): Promise<AlertRuleDefinition> {
  switch (given.kind) {
    case 'event': return { ...given, where: takeConditions(await readAlertWords(tx, { known: true }), given.on, given.where, 'where') }
    case 'sequence': return checkSequence(await readAlertWords(tx, { known: true }), given)
    case 'silence': return checkSilence(tx, await readAlertWords(tx, { known: true }), given)
    case 'figure': return checkFigure(tx, given)
    case 'warning':
      await refuseUnknownStructure(tx, 'location', given.locationIds ?? [], 'definition.locationIds')
      return { ...given, kinds: [...new Set(given.kinds)], ...(given.locationIds === undefined ? {} : { locationIds: [...new Set(given.locationIds)] }) }
  }
}

const fault = (field: string, sentence: string, short: string) => new Refusal('invalid-input', sentence, { [`definition.${field}`]: short })

function takeConditions(words: AlertWords, on: AlertSubject, given: unknown, field: string): Conditions | null {
  if (given === null || given === undefined) return null
  const problems = checkConditions(given, alertFields(words, on), { me: false })
  if (problems.length > 0) throw new Refusal('invalid-input', problems[0]!.sentence, Object.fromEntries(problems.map((p) => [['definition', field, ...p.path].join('.'), p.sentence])))
  return cleanConditions(given as ConditionGroup) as Conditions
}

const isEmpty = (group: Conditions | null) => group === null || group.rules.length === 0

function checkSequence(words: AlertWords, given: Definition<'sequence'>): AlertRuleDefinition {
  const fits = takeConditions(words, given.on, given.fits, 'fits')
  if (isEmpty(fits)) throw fault('fits', 'Say which ones have to come one after the other: without a condition every one of them fits, and it would fire once and never again.', 'is empty')
  if (given.each === 'survey' && given.on === 'interaction') throw fault('each', 'Contacts belong to no survey: choose another place, such as location.', 'is no place of contacts')
  return { ...given, fits: fits!, among: takeConditions(words, given.on, given.among, 'among') }
}

async function checkSilence(tx: Tx, words: AlertWords, given: Definition<'silence'>): Promise<AlertRuleDefinition> {
  if (given.each === 'customer') throw fault('each', 'Most customers are silent most of the time: choose another place, such as location or channel.', 'is no place to be silent at')
  if (given.each === 'survey' && given.on !== 'answer') throw fault('each', 'Only answers belong to a survey: choose another place, such as location.', 'is no place of these')
  await refuseUnknownCalendar(tx, given.calendarId, 'definition.calendarId')
  return { ...given, where: takeConditions(words, given.on, given.where, 'where') }
}

/** @throws Refusal `invalid-input` */
export async function refuseUnknownCalendar(tx: Tx, id: string | null | undefined, field: string): Promise<void> {
  if (id === null || id === undefined) return
  const found = isId(id) ? await tx.query('select from calendar where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, id], 'calendar-of-alerts') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such calendar, or it is used no more: choose another one, or none for the one of the organization.', { [field]: 'is not in use' })
}

async function checkFigure(tx: Tx, given: Definition<'figure'>): Promise<AlertRuleDefinition> {
  const { test } = given
  if (given.each === 'customer') throw fault('each', 'Numbers are not kept customer by customer: choose another place, or a rule on contacts or answers in a row.', 'is no dimension of numbers')
  const windows = await openWindows(tx, { metric: given.metric, where: given.where ?? null, by: dimensionOf(given.each) }).catch((error: unknown) => { throw placed(error, given.metric) })
  // As of a rule that stands already, the windows bear what is known no more; one that is saved now names what there is.
  await checkWhere(tx, given.where ?? null).catch((error: unknown) => { throw placed(error, given.metric) })
  const { form } = windows.metric.form
  const by = dimensionOf(given.each)
  const dimensions = (await describeMetrics(tx, null, 'en')).find(({ name }) => name === given.metric)?.dimensions ?? []
  if (by !== null && !dimensions.includes(by)) throw fault('each', `This metric cannot be cut by ${by}: choose all, ${dimensions.join(', ')}.`, 'is no dimension of this metric')
  if (test.test === 'share-grows') {
    if (given.each === 'all') throw fault('each', 'A share is one of several: choose by what they are told apart, such as reason or channel.', 'has to be one of several')
    if (form !== 'count' && form !== 'sum') throw fault('metric', 'Shares are of what can be counted: choose a metric that counts, or the test "rises".', 'does not count')
  }
  const beyond = beyondRange(windows.metric, test)
  if (beyond !== null) throw fault('test', beyond, 'is out of range')
  if (form === 'level' && (test.test === 'falls' || test.test === 'rises')) throw fault('test', 'How many are open hangs on how many were before, so no change of it can be told from chance: choose "above" or "below".', 'cannot be told of this metric')
  if ('certain' in test && test.certain === true && (form === 'level')) throw fault('test', 'This metric has no interval: leave "certain" out.', 'has no interval')
  if ('backAt' in test && test.backAt !== null && test.backAt !== undefined && (test.test === 'below' ? test.backAt < test.value : test.backAt > test.value)) {
    throw fault('test', `It is over when the value is back beyond the line, so "backAt" lies ${test.test === 'below' ? 'at or above' : 'at or below'} "value".`, 'lies on the wrong side')
  }
  return given.where === undefined || given.where === null ? { ...given, where: null } : { ...given, where: cleanConditions(given.where as ConditionGroup) as Conditions }
}

/** What insight refuses, under its place in the rule. */
function placed(error: unknown, metric: string): unknown {
  if (!(error instanceof Refusal)) return error
  if (error.code === 'not-found') return fault('metric', error.message, `there is no metric ${JSON.stringify(metric.slice(0, 80))}`)
  return new Refusal('invalid-input', error.message, Object.fromEntries(Object.entries(error.fields ?? { where: error.message }).map(([field, short]) => [`definition.${field}`, short])))
}
