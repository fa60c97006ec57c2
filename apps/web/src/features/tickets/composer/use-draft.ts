import type { DraftBody } from '@kontuar/contracts'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { DraftKeeper } from './draft-keeper.ts'
import { contentOf, type Content } from './draft-content.ts'
import { askForDraft, draftKeeper, readCopy } from './drafts.ts'

/** Restores what was being written in this ticket, once, and keeps it from then on. */
export function useDraft(ticketId: string, restore: (content: Content, keeper: DraftKeeper) => void) {
  const keeper = draftKeeper(ticketId)
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  const put = useEffectEvent(restore)
  useEffect(() => {
    let here = true
    // A copy in this browser is only there while the server does not have it, so it is the newer one.
    const copy = readCopy<DraftBody>(ticketId)
    if (copy) {
      put(contentOf(copy), keeper)
      keeper.change(copy)
    } else {
      // Without an answer the composer begins empty; what is typed then replaces the draft, as it would anyway.
      void askForDraft(ticketId).then((draft) => here && draft && put(contentOf(draft), keeper), () => {})
    }
    return () => {
      here = false
      void keeper.flush()
    }
  }, [ticketId, keeper])
  return { keeper, state }
}
