// The drafts of this browser session, by ticket: one keeper each, which goes on saving after the ticket was left.
import { deleteDraft, saveDraft, type DraftBody } from '@kontuar/contracts'
import { api } from '../../../api/api.ts'
import { DraftKeeper } from './draft-keeper.ts'

const keepers = new Map<string, DraftKeeper>()
const copyKey = (ticketId: string) => `kontuar.draft.${ticketId}`

export function keepCopy(ticketId: string, body: unknown): void {
  try {
    if (body === null) localStorage.removeItem(copyKey(ticketId))
    else localStorage.setItem(copyKey(ticketId), JSON.stringify(body))
  } catch {
    // A browser that keeps nothing still has the text on the screen and on the server.
  }
}

export function readCopy<T>(ticketId: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(copyKey(ticketId)) ?? 'null') as T | null
  } catch {
    return null
  }
}

export function draftKeeper(ticketId: string): DraftKeeper {
  const found = keepers.get(ticketId)
  if (found) return found
  const keeper = new DraftKeeper({
    save: async (body: DraftBody) => void (await api(saveDraft, { params: { id: ticketId }, body })),
    remove: async () => void (await api(deleteDraft, { params: { id: ticketId } })),
    copy: (body) => keepCopy(ticketId, body),
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  })
  keepers.set(ticketId, keeper)
  return keeper
}

const flushAll = () => keepers.forEach((keeper) => void keeper.flush())
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flushAll())
window.addEventListener('online', flushAll)
