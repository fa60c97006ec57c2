// What of a touchpoint may be said: everything is looked at before anything is saved.
import type { TouchpointDefinition, Trigger } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { askingPorts } from '../ports.ts'

/** Of which there is a ticket that conditions can ask about. */
const ofTickets: ReadonlySet<Trigger> = new Set(['ticket-closed', 'interaction-recorded', 'complaint-decided', 'hand', 'api'])

/** The definition as it is stored. @throws Refusal */
export async function checkDefinition(tx: Tx, trigger: Trigger, definition: TouchpointDefinition): Promise<TouchpointDefinition> {
  const conditions = (definition.conditions?.rules.length ?? 0) === 0 ? null : definition.conditions
  if (!ofTickets.has(trigger) && conditions !== null) throw new Refusal('invalid-input', 'There is no ticket behind a purchase, a delivery or a list: leave out the conditions.', { 'definition.conditions': 'have no ticket to ask about' })
  if (!ofTickets.has(trigger) && definition.channels.length > 0) throw new Refusal('invalid-input', 'A purchase, a delivery or a list comes by no channel: leave the channels out.', { 'definition.channels': 'do not apply' })
  if (trigger !== 'interaction-recorded' && definition.interactionKinds.length > 0) throw new Refusal('invalid-input', 'Kinds are chosen for recorded contacts alone: leave them out.', { 'definition.interactionKinds': 'do not apply' })
  if (new Set(definition.roads).size < definition.roads.length) throw new Refusal('invalid-input', `The road ${definition.roads[0]} stands there twice: name each once, the first that reaches the person is taken.`, { 'definition.roads': 'name one twice' })
  return {
    ...definition, interactionKinds: [...new Set(definition.interactionKinds)], channels: [...new Set(definition.channels)],
    conditions: conditions === null ? null : (await askingPorts().checkTicketConditions(tx, conditions)) as TouchpointDefinition['conditions'],
  }
}
