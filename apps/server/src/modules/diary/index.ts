// The diary: tickets and the interactions in them, append-only.
// Must never know which channel a message came by, and never change or delete an entry.
import type { Module } from '../../platform/module.ts'
import { indexWords } from './handlers.ts'
import { diaryRoutes } from './routes.ts'

export { receiveMessages } from './commands/receive-messages.ts'
export { getInteraction } from './queries/list-interactions.ts'
export { getTicket } from './queries/get-ticket.ts'
export { presentInteraction } from './present-interaction.ts'
export { makePreview } from './rules/preview.ts'
export { bareSubject } from './rules/match-ticket.ts'
export type { IncomingMessage, ReceivedMessage, Recipients, StoredAttachment, StoredFold } from './types.ts'

export const diaryModule: Module = {
  routes: diaryRoutes,
  subscribers: (platform) => [indexWords(platform)],
}
