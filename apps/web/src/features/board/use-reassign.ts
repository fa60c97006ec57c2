// Gives tickets to somebody, or back to their queue: one request, one way back, and what was refused in words.
import { bulkChange, undoBulk, type BulkResult } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'

export interface Receiver { /** Null: nobody, back to the queue. */ id: string | null; name: string }
export interface Refusals { to: Receiver; refused: BulkResult['refused'] }
const mostAtOnce = 500

export function useReassign(renew: () => void) {
  const { t } = useTranslation('board')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  /** On their way: shown faded where they still stand. */
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set())
  const [refusals, setRefusals] = useState<Refusals | null>(null)
  const failed = (error: unknown) => showNotice({ message: problemText(error, tCommon), tone: 'failed' })
  const again = async () => {
    await queries.invalidateQueries({ queryKey: queryKeys.board.all })
    void queries.invalidateQueries({ queryKey: queryKeys.tickets.counts })
    renew()
  }
  const give = async (ticketIds: readonly string[], to: Receiver): Promise<void> => {
    if (ticketIds.length === 0) return
    setMoving(new Set(ticketIds))
    setRefusals(null)
    try {
      const { id, changed, refused } = await api(bulkChange, { body: { ticketIds: ticketIds.slice(0, mostAtOnce), patch: { assigneeId: to.id } } })
      if (refused.length > 0) setRefusals({ to, refused })
      const given = changed === 0 ? t('noneGiven') : to.id === null ? t('givenBack', { count: changed }) : t('given', { count: changed, name: to.name })
      showNotice({ message: refused.length > 0 && changed > 0 ? t('partly', { given, count: refused.length }) : given, seconds: 15, ...(changed > 0 && { undo: () => takeBack(id) }) })
      await again()
    } catch (error) {
      failed(error)
    } finally {
      setMoving(new Set())
    }
  }
  const takeBack = async (id: string): Promise<void> => {
    try {
      const { restored, kept } = await api(undoBulk, { params: { id } })
      const said = t('restored', { count: restored })
      showNotice({ message: kept > 0 ? t('kept', { restored: said, count: kept }) : said })
      setRefusals(null)
      await again()
    } catch (error) {
      failed(error)
    }
  }
  return { give: (ticketIds: readonly string[], to: Receiver) => void give(ticketIds, to), moving, refusals, forget: () => setRefusals(null) }
}
