import { setLegalDeadline, type LegalDeadline, type TicketDetail } from '@kontuar/contracts'
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { legalBasesQuery } from '../../../../api/desk.ts'
import { useMe } from '../../../../api/me.ts'
import { ApiProblem } from '../../../../api/problem.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { useNamed } from '../../../../ui/ready-made.ts'
import { useNow } from '../../../../ui/use-now.ts'
import { todayIn } from './legal-days.ts'
import classes from './legal.module.css'

interface Given { ticket: TicketDetail; now: LegalDeadline | null; suggested: string | null; leave: () => void }

/** Basis and day of receipt; a correction also says why, for the diary. */
export function LegalForm({ ticket, now, suggested, leave }: Given) {
  const { t } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const named = useNamed()
  const queries = useQueryClient()
  const { timeZone } = useMe().organization
  const today = todayIn(timeZone, useNow())
  const all = useQuery(legalBasesQuery).data?.items ?? []
  // All versions come, newest first; the server takes the one that was in force on the day of receipt.
  const bases = all.filter(({ code, retired }, index) => (!retired || code === now?.basisCode) && all.findIndex((each) => each.code === code) === index)
  const [basisCode, setBasisCode] = useState(now?.basisCode ?? suggested)
  const [receivedOn, setReceivedOn] = useState(now?.receivedOn ?? todayIn(timeZone, new Date(ticket.createdAt)))
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const needsWhy = now !== null && why.trim() === ''
  const fault = (name: string, missing: boolean, words: string) => (tried && missing ? words : error instanceof ApiProblem ? error.fields[name] : undefined)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (saving || !basisCode || receivedOn === '' || needsWhy) return
    setSaving(true)
    setError(null)
    try {
      const answer = await api(setLegalDeadline, { params: { id: ticket.id }, body: { basisCode, receivedOn, ...(now === null ? {} : { why: why.trim() }) } })
      queries.setQueryData(queryKeys.tickets.legalDeadline(ticket.id), answer)
      void queries.invalidateQueries({ queryKey: queryKeys.tickets.one(ticket.id) })
      leave()
    } catch (failed) {
      setError(failed)
      setSaving(false)
    }
  }
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={t('legal.title')}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && (event.target as HTMLElement).ariaExpanded !== 'true') {
          event.stopPropagation()
          leave()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      <Select size="xs" label={t('legal.basis')} required placeholder={tCommon('picker.choose')} data={bases.map((basis) => ({ value: basis.code, label: named('legal', basis) }))} value={basisCode} onChange={setBasisCode} error={fault('basisCode', !basisCode, t('legal.needBasis'))} />
      <TextInput size="xs" type="date" label={t('legal.received')} required max={today} value={receivedOn} onChange={(event) => setReceivedOn(event.currentTarget.value)} error={fault('receivedOn', receivedOn === '', t('legal.needReceived'))} />
      {now !== null && <Textarea size="xs" label={t('legal.why')} description={t('legal.whyHelp')} required autosize minRows={2} maxLength={500} value={why} onChange={(event) => setWhy(event.currentTarget.value)} error={fault('why', needsWhy, t('legal.needWhy'))} />}
      {error !== null && !(error instanceof ApiProblem && Object.keys(error.fields).length > 0 && error.code === 'invalid-input') && <Problem error={error} />}
      <div className={classes.acts}>
        <Button type="submit" size="xs" loading={saving}>{now === null ? t('legal.doSet') : tCommon('action.save')}</Button>
        <Button variant="subtle" color="gray" size="xs" onClick={leave}>{t('closing.cancel')}</Button>
      </div>
    </form>
  )
}
