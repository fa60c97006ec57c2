import type { Survey } from '@kontuar/contracts'
import type { SurveyDefinition } from '@kontuar/survey'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { begin, changed, redone, undone, type History } from './history.ts'
import { keeperOf, readCopy } from './keepers.ts'

export type Change = (change: (definition: SurveyDefinition) => SurveyDefinition, what?: string) => void

/** The draft while it is worked on: what is on the screen, how it is kept, and the way back. */
export function useDraft(survey: Survey) {
  const keeper = keeperOf(survey)
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  const [history, setHistory] = useState<History<SurveyDefinition>>(() => begin(readCopy(survey.id)?.draft ?? survey.draft))
  // Two changes in one go (a paste and what it causes) must each see the other.
  const now = useRef(history)
  const show = (next: History<SurveyDefinition>) => {
    now.current = next
    setHistory(next)
  }
  const put = (next: History<SurveyDefinition>) => {
    if (next === now.current) return
    show(next)
    keeper.change(next.present)
  }

  useEffect(() => {
    // What a crash left behind goes on as if it had just been typed.
    const copy = readCopy(survey.id)
    if (copy && keeper.state() === 'saved') keeper.change(copy.draft)
    return () => void keeper.flush()
  }, [survey.id, keeper])

  // Somebody else has saved and nothing of ours waits: theirs is shown, and can be taken back like an act of one's own.
  useEffect(() => {
    if (!keeper.follow(survey.updatedAt) || JSON.stringify(survey.draft) === JSON.stringify(now.current.present)) return
    show(changed(now.current, survey.draft, null, Date.now()))
  }, [survey.updatedAt, survey.draft, keeper])

  const change: Change = (apply, what) => put(changed(now.current, apply(now.current.present), what ?? null, Date.now()))
  return {
    definition: history.present, state, error: keeper.error, change,
    canUndo: history.past.length > 0, canRedo: history.future.length > 0,
    undo: () => put(undone(now.current)),
    redo: () => put(redone(now.current)),
    flush: () => keeper.flush(),
    /** After a conflict. `theirs` is the survey as the server has it now. */
    insist: (theirs: Survey) => keeper.insist(theirs.updatedAt),
    takeTheirs(theirs: Survey) {
      keeper.yield(theirs.updatedAt)
      show(changed(now.current, theirs.draft, null, Date.now()))
    },
  }
}
