import { recordInteraction } from '@kontuar/contracts'
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useLocations } from '../../api/desk.ts'
import { useMe } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { randomId } from '../../api/random-id.ts'
import { fieldErrors } from '../../ui/form-errors.ts'
import { LocationPicker } from '../../ui/pickers/LocationPicker.tsx'
import { QueuePicker } from '../../ui/pickers/QueuePicker.tsx'
import { ReasonPicker } from '../../ui/pickers/ReasonPicker.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { showNotice } from '../../ui/undo.ts'
import { useNow } from '../../ui/use-now.ts'
import { useTitle } from '../../ui/use-title.ts'
import { channels, recordBody, recordFaults, kinds, type Channel, type RecordForm } from './record-form.ts'
import { NextStep } from './NextStep.tsx'
import { useRecordDraft } from './use-record-draft.ts'
import { WhoSection, type Part } from './WhoSection.tsx'
import { localTime } from '../../ui/zoned-time.ts'
import classes from './record.module.css'

/** A call or a visit, written down by hand: it joins a ticket or begins one. */
export function RecordPage() {
  const { t } = useTranslation('recording')
  const about = useSearch({ from: '/workspace/interactions/new' })
  return <Page key={`${about.ticket} ${about.customer}`} about={about} heading={t('title')} />
}

/** `recovery`: of the unhappy customer one calls; recorded, one is back there. */
function Page({ about, heading }: { about: { ticket?: string; customer?: string; recovery?: string }; heading: string }) {
  const { t } = useTranslation('recording')
  const { t: tCommon } = useTranslation()
  const { timeZone } = useMe().organization
  const navigate = useNavigate()
  const router = useRouter()
  const queries = useQueryClient()
  const hasLocations = useLocations().length > 0
  const now = useNow()
  const { form, change, discard } = useRecordDraft(about)
  const [tried, setTried] = useState(false)
  const act = useRef({ body: '', key: '' })
  useTitle(heading)
  const save = useMutation({
    mutationFn: () => {
      const body = recordBody(form, timeZone)
      const written = JSON.stringify(body)
      if (act.current.body !== written) act.current = { body: written, key: randomId() }
      return api(recordInteraction, { body, idempotencyKey: act.current.key })
    },
    onSuccess: (entry) => {
      discard()
      void queries.invalidateQueries({ queryKey: queryKeys.tickets.all })
      if (entry.customerId !== null) void queries.invalidateQueries({ queryKey: queryKeys.customers.one(entry.customerId) })
      showNotice({ message: t('done') })
      if (about.recovery !== undefined) {
        void queries.invalidateQueries({ queryKey: queryKeys.recoveries.all })
        return void navigate({ to: '/recoveries/$recoveryId', params: { recoveryId: about.recovery }, search: {} })
      }
      if (entry.ticketId !== null) void navigate({ to: '/tickets/$ticketId', params: { ticketId: entry.ticketId }, search: {} })
    },
  })
  const faults = recordFaults(form, timeZone, now)
  const fromServer = fieldErrors(save.error)
  const fault: Part['fault'] = (name) => {
    const found = faults[name]
    return tried && found ? t(`fault.${found}`) : fromServer[name]
  }
  const part = { form, change, fault }
  const text = (name: 'request' | 'decision' | 'result', rows: number) => <Textarea label={t(name)} required={name === 'request'} autosize minRows={rows} maxRows={12} maxLength={20_000} value={form[name]} onChange={(event) => change({ [name]: event.currentTarget.value })} error={fault(name)} />

  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{heading}</h1>
      <SaveForm
        pending={save.isPending}
        error={save.error}
        button={t('save')}
        beside={<Button variant="subtle" color="gray" onClick={() => router.history.back()}>{tCommon('action.back')}</Button>}
        onSubmit={() => {
          setTried(true)
          if (Object.keys(faults).length === 0) save.mutate()
        }}
      >
        <div className={classes.how}>
          <SegmentedControl aria-label={t('kind')} data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} value={form.kind} onChange={(kind) => change({ kind: kind as RecordForm['kind'], channel: channels[kind as RecordForm['kind']][0] })} />
          <SegmentedControl aria-label={t('direction')} data={[{ value: 'in', label: t('direction.in') }, { value: 'out', label: t('direction.out') }]} value={form.direction} onChange={(direction) => change({ direction: direction as 'in' | 'out' })} />
        </div>
        <div className={classes.two}>
          {channels[form.kind].length > 1 && <Select label={t('channel')} data={channels[form.kind].map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))} value={form.channel} onChange={(channel) => change({ channel: channel as Channel })} />}
          <TextInput label={t('at')} description={t('at.help')} type="datetime-local" max={localTime(now, timeZone)} value={form.at} onChange={(event) => change({ at: event.currentTarget.value })} error={fault('at')} />
        </div>
        <WhoSection {...part} fixed={about.ticket ? 'ticket' : about.customer ? 'customer' : null} />
        {form.ticketId === null && <TextInput label={t('subject')} placeholder={t('subject.help')} maxLength={998} value={form.subject} onChange={(event) => change({ subject: event.currentTarget.value })} />}
        {text('request', 3)}
        {text('decision', 2)}
        {text('result', 1)}
        <div className={classes.three}>
          <ReasonPicker size="sm" label={t('reason')} value={form.reasonId} change={(reasonId) => change({ reasonId })} error={fault('reasonId')} />
          <QueuePicker label={t('queue')} value={form.queueId} change={(queueId) => change({ queueId })} error={fault('queueId')} />
          {hasLocations && <LocationPicker label={t('location')} value={form.locationId} change={(locationId) => change({ locationId })} error={fault('locationId')} />}
        </div>
        <NextStep {...part} />
      </SaveForm>
    </div>
  )
}
