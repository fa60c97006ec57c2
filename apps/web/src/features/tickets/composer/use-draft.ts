import { getDraft, type DraftBody } from '@kontuar/contracts'
import { useEffect, useSyncExternalStore } from 'react'
import { api } from '../../../api/api.ts'
import { contentOf, type Content } from './draft-content.ts'
import { draftKeeper, readCopy } from './drafts.ts'

/** Restores what was being written in this ticket, once, and keeps it from then on. */
export function useDraft(ticketId: string, restore: (content: Content) => void) {
  const keeper = draftKeeper(ticketId)
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  useEffect(() => {
    let here = true
    // A copy in this browser is only there while the server does not have it, so it is the newer one.
    const copy = readCopy<DraftBody>(ticketId)
    if (copy) {
      restore(contentOf(copy))
      keeper.change(copy)
    } else {
      // Without an answer the composer begins empty; what is typed then replaces the draft, as it would anyway.
      void api(getDraft, { params: { id: ticketId } }).then((draft) => here && draft && restore(contentOf({ html: draft.html, to: draft.to, cc: draft.cc, bcc: draft.bcc, kind: draft.kind, attachments: draft.attachments })), () => {})
    }
    return () => {
      here = false
      void keeper.flush()
    }
  }, [ticketId])
  return { keeper, state }
}
