// What a rule may ask of a message that begins a ticket. The same fields answer for the message at hand and, in SQL
// over `m` (its entry) and `c` (its customer), for those of the past: a back-test says what the rule will do.
import { fieldRegistry, type FieldDefinition, type Registry } from '@kontuar/conditions'
import type { ConditionField } from '@kontuar/contracts'

export interface MessageFacts {
  subject: string
  text: string
  fromAddress: string
  fromName: string
  channel: string
  mailboxId: string | null
  language: string | null
  mailClass: string
  attachmentCount: number
  customerTags: readonly string[]
  companyId: string | null
}

/** Rules look at so many characters of a text: enough for what a letter is about, little enough for every letter. */
export const askedLength = 5000

/** Counted as PostgreSQL counts, by characters and not by UTF-16 units. */
export function beginningOf(text: string): string {
  return text.length <= askedLength ? text : Array.from(text.slice(0, 2 * askedLength)).slice(0, askedLength).join('')
}

const mailClasses = ['personal', 'auto-reply', 'bounce', 'list', 'loop']
type Field = FieldDefinition<MessageFacts> & Pick<ConditionField, 'choices'>

const fields: Field[] = [
  { name: 'subject', type: 'text', choices: null, sql: 'm.subject', read: (m) => m.subject },
  { name: 'text', type: 'text', choices: null, sql: `left(m.text, ${askedLength})`, read: (m) => m.text },
  { name: 'fromAddress', type: 'text', choices: null, sql: 'm.from_address', read: (m) => m.fromAddress },
  { name: 'fromName', type: 'text', choices: null, sql: 'm.from_name', read: (m) => m.fromName },
  { name: 'channel', type: 'choice', nullable: false, choices: 'channels', sql: 'm.channel', read: (m) => m.channel },
  { name: 'mailboxId', type: 'choice', ids: 'uuid', choices: 'mailboxes', sql: 'm.mailbox_id', read: (m) => m.mailboxId },
  { name: 'language', type: 'choice', choices: 'languages', sql: 'm.language', read: (m) => m.language },
  { name: 'mailClass', type: 'choice', nullable: false, known: new Set(mailClasses), choices: 'options', sql: 'm.mail_class', read: (m) => m.mailClass },
  { name: 'attachmentCount', type: 'number', nullable: false, choices: null, sql: '(select count(*) from attachment a where a.org_id = m.org_id and a.interaction_id = m.id)', read: (m) => m.attachmentCount },
  { name: 'customerTags', type: 'choices', ids: 'uuid', choices: 'customer-tags', sql: 'c.tag_ids', read: (m) => m.customerTags },
  { name: 'companyId', type: 'choice', ids: 'uuid', choices: 'companies', sql: 'c.company_id', read: (m) => m.companyId },
]

export const messageFields: Registry<FieldDefinition<MessageFacts>> = fieldRegistry<FieldDefinition<MessageFacts>>(fields)
/** Fields for which the customer has to be read. */
export const customerFields: ReadonlySet<string> = new Set(['customerTags', 'companyId'])

/** The fields for the settings, with what the operators of each are. */
export const describeFields = (operatorsOf: (field: Field) => readonly string[]): ConditionField[] => fields.map((f) => ({
  name: f.name, label: `fields.message.${f.name}`, custom: false, type: f.type, operators: [...operatorsOf(f)], choices: f.choices,
  options: f.name === 'mailClass' ? mailClasses.map((id) => ({ id, name: `fields.mailClass.${id}` })) : [],
}))
