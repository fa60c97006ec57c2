// A matter of the past as rows of the diary and of its ticket: what diary/commands would have left of it. Pure.
import type { Ground, Mailbox } from './ground.ts'
import { toldAtOf, type Becomes, type PastStep, type PastTicket } from './past-ticket.ts'

export interface EntryRow {
  id: string; ticket: string; customer: string; kind: string; direction: string; channel: string; mailbox: string | null; at: string; told: string; staff: string | null; from_name: string; from_address: string
  recipients: object; subject: string; text: string; message_id: string | null; in_reply_to: string | null; matched_by: string | null; event: object | null; by_hand: object | null; timing: object | null; review: object | null
}
export interface TicketRow {
  id: string; subject: string; customer: string; language: string; channel: string; mailbox: string | null; status: string; priority: string; queue: string; location: string | null; reason: string | null; assignee: string | null
  result: string | null; tags: readonly string[]; preview: string; last_direction: string; last_at: string; created: string; updated: string; closed: string | null; queued: string; waiting: string | null
}

const keys = { status: 'status', queue: 'queueId', location: 'locationId', reason: 'reasonId', owner: 'assigneeId', result: 'result' } as const
type Field = keyof typeof keys
type State = Record<Field, string | null>

const iso = (at: number) => new Date(at).toISOString()
/** Nobody but the customer had a part in it, and nobody has answered yet. */
const beginsWaiting = (step: PastStep) => step.does === 'writes' || (step.does === 'records' && step.direction === 'in' && (step.kind === 'message' ? step.timing?.answeredAt === undefined : step.staff === null))
const previewOf = (text: string) => [...text.slice(0, 600).replace(/\s+/g, ' ').trim()].slice(0, 160).join('')

/** @param newId of entries: in the order in which they were written down */
export function unfold(ticket: PastTicket, ground: Ground, newId: () => string): { ticket: TicketRow; entries: EntryRow[] } {
  const mailbox = ticket.mailbox === null ? null : ground.mailboxes[ticket.mailbox]!
  const customer = ground.customerOf(ticket.customer)
  const state: State = { status: 'new', queue: ground.queueOf(ticket.queue), location: ticket.location === null ? null : ground.locations[ticket.location]!, reason: null, owner: null, result: null }
  const entries: EntryRow[] = []
  const created = toldAtOf(ticket.steps[0]!)
  const row = { preview: '', last_direction: 'in', last_at: 0, closed: null as number | null, queued: created, waiting: null as number | null }
  const messageIds: string[] = []

  for (const step of ticket.steps) {
    const told = toldAtOf(step)
    const changes = changesOf(step, state, ground)
    for (const field of Object.keys(changes) as Field[]) state[field] = changes[field]![1]
    if (changes.status !== undefined) row.closed = state.status === 'closed' ? told : null
    if (changes.queue !== undefined) row.queued = told
    if (step.does !== 'changes' && step.does !== 'notes') {
      Object.assign(row, { preview: previewOf(wordsOf(step)), last_direction: directionOf(step), last_at: step.at, waiting: beginsWaiting(step) ? (row.waiting ?? step.at) : null })
    }
    if (state.status === 'closed') row.waiting = null
    const event = Object.keys(changes).length === 0 ? null : { name: 'ticket-changed', detail: Object.fromEntries((Object.keys(changes) as Field[]).map((field) => [keys[field], changes[field]])) }
    const common = { ticket: ticket.id, customer, at: iso(step.at), told: iso(told) }
    // What is recorded by hand changes its ticket by an entry beside it, written in the same breath; a message carries its change itself.
    if (step.does !== 'changes') entries.push({ ...common, ...entryOf(step, ticket, ground, mailbox, messageIds), id: newId(), event: step.does === 'records' ? null : event })
    if (step.does === 'changes' || (step.does === 'records' && event !== null)) entries.push({ ...common, ...changeOf(step.does === 'changes' ? step.staff : step.by, ticket.channel, ground), id: newId(), at: iso(told), event })
  }
  return {
    entries,
    ticket: {
      id: ticket.id, subject: ticket.subject, customer, language: ticket.language, channel: ticket.channel, mailbox: mailbox?.id ?? null, status: state.status!, priority: ticket.priority, queue: state.queue!, location: state.location,
      reason: state.reason, assignee: state.owner, result: state.result, tags: ticket.tagIds, preview: row.preview, last_direction: row.last_direction, last_at: iso(row.last_at), created: iso(created), updated: iso(toldAtOf(ticket.steps.at(-1)!)),
      closed: row.closed === null ? null : iso(row.closed), queued: iso(row.queued), waiting: row.waiting === null ? null : iso(row.waiting),
    },
  }
}

function changesOf(step: PastStep, state: State, ground: Ground): Partial<Record<Field, [string | null, string | null]>> {
  if (step.does === 'notes') return {}
  // A customer who writes wakes a ticket that waited for them, or was closed.
  const wanted = step.does === 'writes' ? (state.status === 'waiting' || state.status === 'closed' ? { status: 'open' } : {}) : idsOf(step.becomes, ground)
  // Whoever answers a ticket without an owner becomes it.
  if (step.does === 'answers' && state.owner === null && wanted.owner === undefined) wanted.owner = ground.staffOf(step.staff).id
  return Object.fromEntries((Object.keys(keys) as Field[]).flatMap((field) => (wanted[field] === undefined || wanted[field] === state[field] ? [] : [[field, [state[field], wanted[field]]]])))
}

const idsOf = ({ status, queue, location, reason, owner, result }: Becomes, ground: Ground): Partial<Record<Field, string>> => ({
  ...(status === undefined ? {} : { status }), ...(result === undefined ? {} : { result }), ...(queue === undefined ? {} : { queue: ground.queueOf(queue) }), ...(location === undefined ? {} : { location: ground.locations[location]! }),
  ...(reason === undefined ? {} : { reason: ground.reasonOf(reason) }), ...(owner === undefined ? {} : { owner: ground.staffOf(owner).id }),
})

const wordsOf = (step: Exclude<PastStep, { does: 'changes' }>) => (step.does === 'records' ? step.said.request : step.text)
const directionOf = (step: Exclude<PastStep, { does: 'changes' }>) => (step.does === 'writes' ? 'in' : step.does === 'answers' ? 'out' : step.does === 'notes' ? 'internal' : step.direction)

type OfEntry = Omit<EntryRow, 'id' | 'ticket' | 'customer' | 'at' | 'told' | 'event'>
const nothing: OfEntry = { kind: 'event', direction: 'internal', channel: '', mailbox: null, staff: null, from_name: '', from_address: '', recipients: { to: [], cc: [], bcc: [], replyTo: [] }, subject: '', text: '', message_id: null, in_reply_to: null, matched_by: null, by_hand: null, timing: null, review: null }

function entryOf(step: Exclude<PastStep, { does: 'changes' }>, ticket: PastTicket, ground: Ground, mailbox: Mailbox | null, messageIds: string[]): OfEntry {
  const person = { name: ticket.customer.name, address: ticket.customer.address }
  const byMail = (step.does === 'writes' || step.does === 'answers') && step.channel === 'email' && mailbox !== null
  const recipients = (to: object[]) => ({ to, cc: [], bcc: [], replyTo: [] })
  const earlier = messageIds.at(-1) ?? null
  const messageId = byMail ? `demo-${ticket.id}-${messageIds.length}@${(step.does === 'writes' ? person : mailbox).address.split('@')[1]}` : null
  if (messageId !== null) messageIds.push(messageId)
  const subject = byMail ? (earlier === null ? ticket.subject : `Re: ${ticket.subject}`) : ''
  switch (step.does) {
    case 'writes':
      return { ...nothing, kind: 'message', direction: 'in', channel: step.channel, mailbox: byMail ? mailbox.id : null, from_name: person.name, from_address: person.address, recipients: recipients(byMail ? [{ name: mailbox.name, address: mailbox.address }] : []), subject, text: step.text, message_id: messageId, in_reply_to: earlier, matched_by: byMail ? (earlier === null ? 'new' : 'in-reply-to') : null }
    case 'answers':
      return { ...nothing, kind: 'message', direction: 'out', channel: step.channel, mailbox: byMail ? mailbox.id : null, staff: ground.staffOf(step.staff).id, from_name: byMail ? mailbox.name : ground.staffOf(step.staff).name, from_address: byMail ? mailbox.address : '', recipients: recipients([person]), subject, text: step.text, message_id: messageId, in_reply_to: earlier }
    case 'notes':
      return { ...nothing, kind: 'note', channel: 'note', staff: ground.staffOf(step.staff).id, from_name: ground.staffOf(step.staff).name, text: step.text }
    case 'records': {
      const said = { request: step.said.request, decision: step.said.decision ?? '', result: step.said.result ?? '' }
      const by = step.staff === null ? null : ground.staffOf(step.staff)
      return { ...nothing, kind: step.kind, direction: step.direction, channel: step.channel, staff: by?.id ?? null, from_name: step.direction === 'out' ? (by?.name ?? '') : by === null ? person.name : '', text: Object.values(said).filter((part) => part !== '').join('\n\n'), by_hand: said, timing: step.timing ?? null, review: step.review ?? null }
    }
  }
}

const changeOf = (staff: string, channel: string, ground: Ground): OfEntry => ({ ...nothing, channel, staff: ground.staffOf(staff).id, from_name: ground.staffOf(staff).name })
