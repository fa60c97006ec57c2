// Readings of a ticket or of an answer: asked for once for all its entries, asked again when news names them.
import { correctReading, listReadings, type BodyOf, type Reading } from '@kontuar/contracts'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'

export type ReadingsOf = { ticketId: string } | { answerId: string }
interface Readings { items: Reading[]; next: string | null }
export type Correction = BodyOf<typeof correctReading>

const keyOf = (of: ReadingsOf) => ('ticketId' in of ? queryKeys.readings.ofTicket(of.ticketId) : queryKeys.readings.ofAnswer(of.answerId))
export const readingsQuery = (of: ReadingsOf) => queryOptions({ queryKey: keyOf(of), queryFn: ({ signal }): Promise<Readings> => api(listReadings, { query: of, signal }), staleTime: 5 * 60_000 })

/** Undefined while it is not known, or when there is none: a reading is an extra, and its failure is nobody's trouble. */
export function useReading(of: ReadingsOf, id: string): Reading | undefined {
  return useQuery({ ...readingsQuery(of), select: ({ items }) => items.find((reading) => reading.id === id) }).data
}

/** Shown at once; taken back when the server refuses. */
export function useCorrect(of: ReadingsOf): (reading: Reading, correction: Correction, done?: string) => Promise<void> {
  const { t } = useTranslation('readings')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const put = (reading: Reading) => queries.setQueryData<Readings>(keyOf(of), (data) => data && { ...data, items: data.items.map((each) => (each.id === reading.id ? reading : each)) })
  const send = async (reading: Reading, correction: Correction) => {
    void queries.cancelQueries({ queryKey: keyOf(of) })
    const { sentiment, topicId } = correction
    put({
      ...reading,
      ...(sentiment ? { sentiment, by: 'person', confidence: null, certain: true } : {}),
      ...(topicId === null ? { topic: null } : {}),
    })
    try {
      put(await api(correctReading, { params: { id: reading.id }, body: correction }))
      return true
    } catch (error) {
      put(reading)
      showNotice({ message: t('refused', { why: problemText(error, tCommon) }), tone: 'failed' })
      return false
    }
  }
  return async (reading, correction, done) => {
    if (!(await send(reading, correction)) || done === undefined) return
    const before: Correction = { ...(correction.sentiment === undefined ? {} : { sentiment: reading.by === 'person' ? reading.sentiment : null }), ...(correction.topicId === undefined ? {} : { topicId: reading.topic?.reasonId ?? null }) }
    showNotice({ message: done, undo: async () => { await send({ ...reading }, before) } })
  }
}
