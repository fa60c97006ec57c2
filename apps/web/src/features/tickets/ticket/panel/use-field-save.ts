import type { TicketDetail } from '@kontuar/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../../api/problem.ts'
import { problemText } from '../../../../ui/problem-text.ts'
import { useTicketActions, type Patch } from '../../actions/use-ticket-actions.ts'

/** Saves one field of a ticket at once, with a way back; a refusal stands beside the field. */
export function useFieldSave(ticket: TicketDetail) {
  const { t } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const { change } = useTicketActions()
  const [errors, setErrors] = useState<Record<string, string | undefined>>({})
  const save = async (name: string, label: string, patch: Patch) => {
    setErrors((before) => ({ ...before, [name]: undefined }))
    const { error } = await change(ticket, patch, { quiet: true, done: t('done.changed', { number: ticket.number, what: label }) })
    if (error === null) return
    const said = error instanceof ApiProblem && error.code === 'invalid-input' ? (error.detail ?? error.message) : problemText(error, tCommon)
    setErrors((before) => ({ ...before, [name]: said }))
  }
  return { errors, save }
}
