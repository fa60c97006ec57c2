// The diary: tickets and the interactions in them, append-only.
// Must never know which channel a message came by, and never change or delete an entry.
export { receiveMessages } from './commands/receive-messages.ts'
export { storable } from './rules/storable.ts'
export type { IncomingMessage, ReceivedMessage, Recipients, StoredAttachment, StoredFold } from './types.ts'
