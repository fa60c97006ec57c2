// Writing to customers and colleagues.
import { answerTicket as answerTicketRoute, createTicket as createTicketRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getInteraction, getTicket } from '../../diary/index.ts'
import { answerTicket, startByWriting } from './answer-ticket.ts'
import { noteTicket } from './note-ticket.ts'

export function composingRoutes(implement: Implement, platform: Platform) {
  implement(answerTicketRoute, async ({ actor, params, body }) => {
    const note = isNote(body)
    const id = note ? await noteTicket(platform, actor, params.id, body) : await answerTicket(platform, actor, params.id, body)
    return platform.db.read(actor.orgId, (tx) => getInteraction(tx, id))
  })
  implement(createTicketRoute, async ({ actor, body }) => {
    if (isNote(body)) throw new Refusal('invalid-input', 'A ticket begins with a message to the customer: a note can be added afterwards.', { kind: 'must be message' })
    const id = await startByWriting(platform, actor, body)
    return platform.db.read(actor.orgId, (tx) => getTicket(tx, id))
  })
}

/** `kind` and `direction` say the same; one is enough, but they must not contradict. */
function isNote({ kind, direction }: { kind?: 'message' | 'note' | undefined; direction?: 'out' | 'internal' | undefined }): boolean {
  if ((kind === 'note' && direction === 'out') || (kind === 'message' && direction === 'internal')) {
    throw new Refusal('invalid-input', 'A message goes out and a note stays internal: send kind "message" with direction "out", or kind "note" with direction "internal".', { direction: 'contradicts kind' })
  }
  return kind === 'note' || direction === 'internal'
}
