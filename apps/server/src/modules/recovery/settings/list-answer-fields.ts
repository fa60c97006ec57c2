// What the screen needs to build the conditions of the closed loop: names, operators, choices; as the other lists of fields answer it. Asked of
// recovery itself, so that whoever may set the loop up needs no right to alerts.
import { operatorsOf } from '@kontuar/conditions'
import type { ConditionField } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { answerFields, tones } from '../opening/answer-fields.ts'

/** Where the choices of each come from: another list of the workspace, or these here. */
const listed: Readonly<Record<string, string>> = { locationId: 'locations', queueId: 'queues', staffId: 'staff', reasonId: 'reasons', channel: 'channels', language: 'languages', customerTagIds: 'customer-tags' }
const named = { surveyId: 'survey', touchpointId: 'touchpoint', teamId: 'team' } as const
const scores = ['nps', 'csat', 'ces'].map((id) => ({ id, name: id }))

export async function listAnswerFields(tx: Tx): Promise<ConditionField[]> {
  const own = new Map<string, { id: string; name: string }[]>([['metric', scores], ['tone', tones.map((id) => ({ id, name: id }))]])
  for (const [field, table] of Object.entries(named)) own.set(field, await tx.query<{ id: string; name: string }>(`select id, name from ${table} where org_id = $1 and retired_at is null order by lower(name), id`, [tx.orgId], `choices-of-recovery-${table}`))
  return [...answerFields.values()].map((field): ConditionField => ({
    name: field.name, label: field.name, custom: false, type: field.type, operators: [...operatorsOf(field)], ...(field.range === undefined ? {} : { range: field.range }), choices: listed[field.name] ?? (own.has(field.name) ? 'options' : null), options: own.get(field.name) ?? [],
  }))
}
