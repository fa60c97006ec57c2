// What was answered on the phone so far: a call is interrupted, a page is loaded anew, and nothing typed is lost. Kept in the tab.
import type { Values } from '@kontuar/survey'

export interface PhoneDraft {
  surveyId: string
  version: number
  language: string
  values: Values
  /** Pages gone through, each with the ids it showed. */
  pages: string[][]
  /** Makes the answer one, however often it is sent. */
  key: string
}

const place = (ticketId: string) => `kontuar.phone.${ticketId}`

export function keptDraft(ticketId: string): PhoneDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place(ticketId)) ?? 'null') as PhoneDraft | null
    return kept !== null && typeof kept.key === 'string' && Array.isArray(kept.pages) ? kept : null
  } catch {
    return null
  }
}
export function keepDraft(ticketId: string, draft: PhoneDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(place(ticketId))
    else sessionStorage.setItem(place(ticketId), JSON.stringify(draft))
  } catch {
    // Where nothing is kept, it lasts as long as the panel.
  }
}
