// What the screen needs to build conditions: names, operators, and where the choices come from.
import { operatorsOf } from '@kontuar/conditions'
import type { ConditionField } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { categories, channels, directions, priorities, results } from './fixed-choices.ts'
import { readDeskWords } from './desk-words.ts'
import { customFieldName, ticketFields } from './ticket-fields.ts'

const sources: Record<string, string> = {
  status: 'statuses', statusCategory: 'status-categories', priority: 'priorities', queueId: 'queues', assigneeId: 'staff', locationId: 'locations', reasonId: 'reasons', tagIds: 'tags',
  channel: 'channels', mailboxId: 'mailboxes', language: 'languages', result: 'results', customerTagIds: 'customer-tags', companyId: 'companies', lastDirection: 'options', customerId: 'customers',
}
const fixed: Record<string, readonly string[]> = { statusCategory: categories, priority: priorities, channel: channels, result: results, lastDirection: directions }
const asOptions = (ids: readonly string[]) => ids.map((id) => ({ id, name: id }))

export async function describeTicketFields(tx: Tx): Promise<ConditionField[]> {
  const words = await readDeskWords(tx, { customFields: true, reasons: false })
  const custom = new Map(words.customFields.map((f) => [customFieldName(f), f]))
  return [...ticketFields(words, new Date()).values()].map((field) => {
    const own = custom.get(field.name)
    const choosing = field.type === 'choice' || field.type === 'tree'
    return {
      name: field.name, label: own?.name ?? field.name, custom: own !== undefined, type: field.type, operators: [...operatorsOf(field)],
      choices: own === undefined ? (sources[field.name] ?? null) : choosing ? 'options' : null,
      options: own === undefined ? asOptions(fixed[field.name] ?? []) : choosing ? own.options.filter((o) => o.retired !== true).map((o) => ({ id: o.id, name: o.name, parentId: o.parentId ?? null })) : [],
    }
  })
}
