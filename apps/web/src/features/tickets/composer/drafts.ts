// The drafts of this browser session, by ticket: one keeper each, which goes on saving after the ticket was left.
import { deleteDraft, getDraft, saveDraft, type DraftBody } from '@kontuar/contracts'
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

const asked = new Map<string, Promise<DraftBody | null>>()

/** Asks for the draft while the ticket is still loading, so that the text is back as soon as there is a field for it. */
export function askForDraft(ticketId: string): Promise<DraftBody | null> {
  const running = asked.get(ticketId)
  if (running) return running
  // Whoever comes back at once must not get what was there before their last words were saved.
  const answer = draftKeeper(ticketId).flush().then(() => api(getDraft, { params: { id: ticketId } })).then((draft) => draft && { html: draft.html, to: draft.to, cc: draft.cc, bcc: draft.bcc, kind: draft.kind, attachments: draft.attachments })
  asked.set(ticketId, answer)
  answer.catch(() => {}).finally(() => setTimeout(() => asked.delete(ticketId), 3000))
  return answer
}

export function draftKeeper(ticketId: string): DraftKeeper {
  const found = keepers.get(ticketId)
  if (found) return found
  const keeper = new DraftKeeper({
    save: async (body: DraftBody) => {
      asked.delete(ticketId)
      await api(saveDraft, { params: { id: ticketId }, body })
    },
    remove: async () => {
      asked.delete(ticketId)
      await api(deleteDraft, { params: { id: ticketId } })
    },
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
