// Conditions of one list or view, ready to be asked: checked, with the fields they name and the moment they are asked at.
import { checkConditions, cleanConditions, fieldsUsed, usesMe, usesRelativeTime, type ConditionContext, type ConditionGroup, type ConditionProblem } from '@kontuar/conditions'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { timeZoneOf } from '../../identity/index.ts'
import { noWords, readDeskWords } from './fields/desk-words.ts'
import { isCustomField, ticketFields, type TicketFields } from './fields/ticket-fields.ts'

export interface Asked { group: ConditionGroup; fields: TicketFields; context: ConditionContext }

/**
 * What stored or sent conditions rest on, in one round of questions.
 * @param me who asks; null in jobs
 * @param options.timeZone of the organization, when it is known already: then most conditions need no question at all
 */
export async function prepareConditions(tx: Tx, groups: readonly ConditionGroup[], me: string | null, options: { known?: boolean; timeZone?: string } = {}): Promise<{ fields: TicketFields; context: ConditionContext }> {
  const used = new Set(groups.flatMap((g) => [...fieldsUsed(g)]))
  const needed = { customFields: [...used].some(isCustomField), reasons: used.has('reasonId'), known: options.known === true }
  const [words, timeZone] = await Promise.all([
    needed.customFields || needed.reasons || needed.known ? readDeskWords(tx, needed) : noWords,
    options.timeZone ?? timeZoneOf(tx),
  ])
  const now = new Date()
  return { fields: ticketFields(words, now), context: { now, timeZone, me } }
}

/** What does not hold any more in stored conditions. */
export const problemsOf = (group: unknown, fields: TicketFields): ConditionProblem[] => checkConditions(group, fields, { known: false })

/**
 * Conditions from outside.
 * @throws Refusal `invalid-input` with the first thing that is wrong
 */
export async function takeConditions(tx: Tx, given: unknown, me: string): Promise<Asked> {
  // Which fields they name is looked at before they are checked: it survives any JSON.
  const prepared = await prepareConditions(tx, [given as ConditionGroup], me, { known: true })
  const problems = checkConditions(given, prepared.fields)
  // Each stands under the place of its rule (conditions.0.1), so that a screen can show it there.
  if (problems.length > 0) throw new Refusal('invalid-input', problems[0]!.sentence, Object.fromEntries(problems.map((p) => [['conditions', ...p.path].join('.'), p.sentence])))
  return { group: cleanConditions(given as ConditionGroup), ...prepared }
}

/** `asked`: the answer depends on who asks or on the clock, so tickets cannot be counted as they change. */
export function countingOf(group: ConditionGroup): 'kept' | 'asked' {
  return usesMe(group) || usesRelativeTime(group) || fieldsUsed(group).has('overdue') ? 'asked' : 'kept'
}
