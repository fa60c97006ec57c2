import type { Tx } from '../../../platform/db/database.ts'
import { listAutomaticSenders, type AutomaticSender } from './queries.ts'

/** The mailbox through which a mail of the program leaves: the wanted one while it can send, else the first that can. */
export async function findSendingMailbox(tx: Tx, wanted: string | null): Promise<{ id: string; name: string; address: string } | null> {
  const sender = chooseSender(await listAutomaticSenders(tx), wanted)
  return sender === null ? null : { id: sender.id, name: sender.name, address: sender.address }
}

export const chooseSender = (senders: readonly AutomaticSender[], wanted: string | null): AutomaticSender | null => senders.find((s) => s.id === wanted) ?? senders[0] ?? null
