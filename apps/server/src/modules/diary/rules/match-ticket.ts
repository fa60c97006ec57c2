// Which ticket does a message belong to? Pure: what the message says and what the database found come in,
// a decision goes out. Each strategy is one small function, tried in this order; all but the signed address
// need the sender to take part in the ticket. A wrong ticket shows one customer's matter to another,
// a new one costs a merge: in doubt, a new ticket, with a pointer.

export interface MessageClues {
  customerId: string
  senderKey: string | null
  /** Ids without <>; empty ones were left out by the reader. */
  inReplyTo: readonly string[]
  references: readonly string[]
  /** From our signed reply address (name+t12.sig@…), signature already checked. */
  replyAddressTicket: number | null
  /** From the signed marker in the body, signature already checked. */
  bodyMarkerTicket: number | null
  subjectNumber: number | null
  subject: string
  automatic: boolean
  /** The sender of a bounce is a mail server: that it answers our very message is proof enough. */
  bounceOf: string | null
  at: Date
}

export interface CandidateTicket {
  id: string
  number: number
  customerId: string
  subject: string
  status: string
  statusCategory: 'new' | 'open' | 'waiting' | 'closed'
  closedAt: Date | null
  /** Address keys of everybody who wrote or received a message in it. */
  participants: ReadonlySet<string>
}

export interface Candidates {
  byMessageId: ReadonlyMap<string, CandidateTicket>
  byNumber: ReadonlyMap<number, CandidateTicket>
}

export type MatchedBy = 'bounce' | 'in-reply-to' | 'references' | 'reply-address' | 'body-marker' | 'subject-number' | 'new'

export interface Match {
  ticket: CandidateTicket | null
  matchedBy: MatchedBy
  /** New ticket after a closed one that may not be reopened any more. */
  continues: CandidateTicket | null
  possiblyRelated: CandidateTicket | null
  reopens: boolean
  suggestion: 'split' | 'possibly-related' | null
}

type Strategy = (clues: MessageClues, candidates: Candidates) => CandidateTicket | null

const byBounce: Strategy = (c, { byMessageId }) => (c.bounceOf === null ? null : (byMessageId.get(c.bounceOf) ?? null))
const byInReplyTo: Strategy = (c, { byMessageId }) => first(c.inReplyTo, byMessageId)
/** The newest reference first: it is the message that was answered. */
const byReferences: Strategy = (c, { byMessageId }) => first(c.references.toReversed(), byMessageId)
const byReplyAddress: Strategy = (c, { byNumber }) => ofNumber(c.replyAddressTicket, byNumber)
const byBodyMarker: Strategy = (c, { byNumber }) => ofNumber(c.bodyMarkerTicket, byNumber)
const bySubjectNumber: Strategy = (c, { byNumber }) => ofNumber(c.subjectNumber, byNumber)

const strategies: readonly { name: MatchedBy; find: Strategy; trusted: boolean }[] = [
  { name: 'bounce', find: byBounce, trusted: true },
  { name: 'in-reply-to', find: byInReplyTo, trusted: false },
  { name: 'references', find: byReferences, trusted: false },
  // Whoever writes to the signed address has received our message.
  { name: 'reply-address', find: byReplyAddress, trusted: true },
  { name: 'body-marker', find: byBodyMarker, trusted: false },
  { name: 'subject-number', find: bySubjectNumber, trusted: false },
]

export function matchTicket(clues: MessageClues, candidates: Candidates, reopenDays: number): Match {
  let related: CandidateTicket | null = null
  for (const { name, find, trusted } of strategies) {
    const ticket = find(clues, candidates)
    if (ticket === null) continue
    if (!trusted && !takesPart(clues, ticket)) {
      related ??= ticket
      continue
    }
    return settle(clues, ticket, name, reopenDays)
  }
  return { ticket: null, matchedBy: 'new', continues: null, possiblyRelated: related, reopens: false, suggestion: related ? 'possibly-related' : null }
}

export const takesPart = (clues: Pick<MessageClues, 'customerId' | 'senderKey'>, ticket: CandidateTicket): boolean =>
  ticket.customerId === clues.customerId || (clues.senderKey !== null && ticket.participants.has(clues.senderKey))

function settle(clues: MessageClues, ticket: CandidateTicket, matchedBy: MatchedBy, reopenDays: number): Match {
  const suggestion = subjectChanged(clues.subject, ticket.subject) && !clues.automatic ? 'split' as const : null
  const found = { ticket, matchedBy, continues: null, possiblyRelated: null, reopens: false, suggestion }
  // A machine's answer neither reopens nor begins anything.
  if (ticket.statusCategory !== 'closed' || clues.automatic) return found
  const closedFor = clues.at.getTime() - (ticket.closedAt?.getTime() ?? 0)
  if (closedFor <= reopenDays * 86_400_000) return { ...found, reopens: true }
  return { ticket: null, matchedBy: 'new', continues: ticket, possiblyRelated: null, reopens: false, suggestion: null }
}

/** Reply and forward marks of the languages and programs in use, with counters ("Re[2]:", "AW (3):"). */
const replyMark = /^\s*(?:(?:re|odp|pd|fw|fwd|aw|wg|sv|vs|vl|tr|rv|rif|ynt|antw|ref|ha|на|отв|ответ|ответ на|пересл|haku|回复|答复|转发|返信)\s*(?:\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]|\[(?:#\d+[^\]]*|extern\w*|ext|external|zewn\w*|spam)\])\s*/iu

/** The subject without reply marks and ticket numbers, for comparing. */
export function bareSubject(subject: string): string {
  let bare = subject
  for (let i = 0; i < 20; i++) {
    const next = bare.replace(replyMark, '')
    if (next === bare) break
    bare = next
  }
  return bare.replace(/\[#\d+[^\]]*\]/g, '').replace(/\s+/g, ' ').trim().toLowerCase()
}

function subjectChanged(now: string, before: string): boolean {
  const [a, b] = [bareSubject(now), bareSubject(before)]
  return a !== '' && b !== '' && a !== b && !a.includes(b) && !b.includes(a)
}

/** The number in "[#123]" of a subject; nothing looser, since "#2" stands in many subjects. */
export function numberInSubject(subject: string): number | null {
  const found = /\[#(\d{1,12})(?:-[a-z0-9]+)?\]/i.exec(subject)
  return found ? Number(found[1]) : null
}

function first(ids: readonly string[], byMessageId: ReadonlyMap<string, CandidateTicket>): CandidateTicket | null {
  for (const id of ids) {
    const ticket = id === '' ? undefined : byMessageId.get(id)
    if (ticket) return ticket
  }
  return null
}
const ofNumber = (number: number | null, byNumber: ReadonlyMap<number, CandidateTicket>) => (number === null ? null : (byNumber.get(number) ?? null))
