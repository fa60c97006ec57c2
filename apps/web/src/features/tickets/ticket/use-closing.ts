// Before a ticket enters a status that asks for something, a panel asks for just what is missing; then the act goes on.
import type { TicketDetail } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { customFieldsQuery, reasonsQuery, statusesQuery } from '../../../api/desk.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { isComplete, missingOfRefusal, requiredToEnter, type Missing } from '../actions/required-to-enter.ts'
import { statusNamed } from '../actions/status-named.ts'
import type { Patch } from '../actions/use-ticket-actions.ts'

export type Filled = Pick<Patch, 'reasonId' | 'result' | 'resultNote' | 'fields'>
/** Goes on with what was filled in. Throws the server's refusal. */
type Go = (filled: Filled) => Promise<void>
export interface Asked { status: string; missing: Missing; sending: boolean; go: Go }
export interface Closing {
  asked: Asked | null
  /** Does it at once when nothing is missing; else asks first. `sending`: a message goes out with it. */
  ask: (status: string, go: Go, sending?: boolean) => Promise<void>
  cancel: () => void
  done: () => void
}

export function useClosing(ticket: TicketDetail | undefined): Closing {
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  // Without these lists the screen cannot know what is asked for, and E should not wait for them.
  useEffect(() => {
    for (const query of [statusesQuery, customFieldsQuery, reasonsQuery]) void queries.prefetchQuery(query as typeof statusesQuery)
  }, [queries])

  const ask: Closing['ask'] = async (wish, go, sending = false) => {
    if (!ticket) return
    const status = statusNamed(queries.getQueryData(statusesQuery.queryKey)?.items ?? [], wish)
    const fields = (queries.getQueryData(customFieldsQuery.queryKey)?.items ?? []).filter(({ subject }) => subject === 'ticket')
    const reasons = queries.getQueryData(reasonsQuery.queryKey)?.items ?? []
    const missing = status && requiredToEnter(status, ticket, fields, reasons)
    if (missing && !isComplete(missing)) return setAsked({ status: status.key, missing, sending, go })
    try {
      await go({})
      setAsked(null)
    } catch (error) {
      // A rule made a minute ago, which only the server knows yet.
      const unknown = error instanceof ApiProblem && error.code === 'cannot-do' ? missingOfRefusal(error.fields) : null
      if (unknown === null || isComplete(unknown)) throw error
      void queries.invalidateQueries({ queryKey: statusesQuery.queryKey })
      void queries.invalidateQueries({ queryKey: customFieldsQuery.queryKey })
      setAsked({ status: status?.key ?? wish, missing: unknown, sending, go })
    }
  }
  return { asked, ask, cancel: () => setAsked(null), done: () => setAsked(null) }
}
