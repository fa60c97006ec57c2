// Conditions over tickets for whoever keeps some of their own (when to ask a survey): checked when they are stored, asked of tickets at hand.
import { checkConditions, cleanConditions, ConditionsError, toPredicate, type ConditionGroup } from '@kontuar/conditions'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { prepareConditions } from './conditions.ts'
import { readTicketFacts } from './fields/ticket-facts.ts'

/** Which of the tickets meet them now. Conditions whose field has been retired are met by none. */
export async function matchTickets(tx: Tx, conditions: unknown, ticketIds: readonly string[]): Promise<Set<string>> {
  const group = conditions as ConditionGroup
  const [{ fields, context }, tickets] = await Promise.all([prepareConditions(tx, [group], null), readTicketFacts(tx, ticketIds)])
  try {
    return new Set(tickets.filter(toPredicate(group, fields, context)).map((t) => t.id))
  } catch (error) {
    if (error instanceof ConditionsError) return new Set()
    throw error
  }
}

/** As they are stored. Nobody is "me" where no person asks. @throws Refusal `invalid-input` with the first thing that is wrong */
export async function checkTicketConditions(tx: Tx, given: unknown): Promise<ConditionGroup> {
  const { fields } = await prepareConditions(tx, [given as ConditionGroup], null, { known: true })
  const problems = checkConditions(given, fields, { me: false })
  if (problems.length > 0) throw new Refusal('invalid-input', problems[0]!.sentence, Object.fromEntries(problems.map((p) => [['conditions', ...p.path].join('.'), p.sentence])))
  return cleanConditions(given as ConditionGroup)
}
