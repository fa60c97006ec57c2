// The diary: tickets and the interactions in them, append-only.
// Must never know which channel a message came by, and never change or delete an entry.
import type { Module } from '../../platform/module.ts'
import { indexWords, moveMergedReason } from './handlers.ts'
import { draftRoutes } from './drafts/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { diaryRoutes } from './routes.ts'

export { receiveMessages } from './commands/receive-messages.ts'
export { forgetRatingWords } from './commands/forget-rating-words.ts'
export { receiveReturned } from './commands/receive-returned.ts'
export { appendInteraction, type TicketBefore, type WrittenEntry } from './commands/append-interaction.ts'
export { changeTicket, writeEvent, type ChangeOptions, type Doer } from './commands/change-ticket.ts'
export type { Changes, TicketWish } from './commands/decide-change.ts'
export { recordRating, type NewRating } from './commands/record-rating.ts'
export { lockTicket, type LockedTicket } from './commands/lock-ticket.ts'
export { publishChanges, saveTicket } from './commands/save-change.ts'
export { fillDiaryPorts, type DiaryPorts, type NewTicketFacts, type NextStep, type Placement } from './ports.ts'
export { reopenAfterBounce } from './commands/reopen-after-bounce.ts'
export { takeBackAnswer } from './commands/take-back-answer.ts'
export { drawTicketNumber, startTicket } from './commands/start-ticket.ts'
export { deleteDraft } from './drafts/drafts.ts'
export { fileHeaders } from './files/file-headers.ts'
export { findUploads, type Upload } from './files/queries.ts'
export { getInteraction } from './queries/list-interactions.ts'
export { bounceDetail, readBounces, type BounceEntry } from './queries/read-bounces.ts'
export { getTicket } from './queries/get-ticket.ts'
export { isPlainList, listTickets } from './queries/list-tickets.ts'
export { quickSearch } from './queries/quick-search.ts'
export { toPrefixQuery } from './queries/search-tickets.ts'
export { askPatiently, manyRoads, oneRoad } from './queries/patient-query.ts'
export { ticketFilters, type TicketFilters } from './queries/ticket-filters.ts'
export { visibleText } from './present-interaction.ts'
export { presentTicket, ticketColumns, ticketJoins, type TicketRow } from './present-ticket.ts'
export type { IncomingMessage, ReceivedMessage, Recipients, StoredAttachment, StoredFold } from './types.ts'

export const diaryModule: Module = {
  routes: (implement, platform) => {
    diaryRoutes(implement, platform)
    draftRoutes(implement, platform)
    fileRoutes(implement, platform)
  },
  subscribers: (platform) => [indexWords(platform), moveMergedReason(platform)],
}
