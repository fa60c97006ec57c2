// A task being written: new, or one that is changed in its place.
import type { Task } from '@kontuar/contracts'
import { Button, Input, SegmentedControl, TextInput, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocations } from '../../api/desk.ts'
import { useMe } from '../../api/me.ts'
import { LocationPicker } from '../../ui/pickers/LocationPicker.tsx'
import { StaffPicker } from '../../ui/pickers/StaffPicker.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { instantOf, localTime } from '../../ui/zoned-time.ts'
import { Checklist, withDraft } from './Checklist.tsx'
import { DueField, type Due } from './DueField.tsx'
import { ticketOfNumber, useTaskActs } from './use-task-acts.ts'
import './task-styles.ts'
import classes from './task-form.module.css'

const kinds = ['task', 'call-back'] as const
class UnknownTicket extends Error {}

/** What a new task begins with where it is added from something that asks for it. */
export interface Beginning { kind: Task['kind']; title: string; dueAt: Date; customerId: string }
interface Given { task?: Task; /** The ticket it is added to; absent: its number can be written. */ ticketId?: string; begin?: Beginning; leave: () => void; saved: (task: Task) => void }

export function TaskForm({ task, ticketId, begin, leave, saved }: Given) {
  const { t } = useTranslation('tasks')
  const { staff: me, organization: { timeZone } } = useMe()
  const acts = useTaskActs(() => {})
  const placed = useLocations().length > 0
  const shown = (at: string | null | undefined) => (at ? localTime(new Date(at), timeZone) : '')
  const [form, setForm] = useState({
    kind: task?.kind ?? begin?.kind ?? ('task' as Task['kind']), title: task?.title ?? begin?.title ?? '', note: task?.note ?? '', due: { mode: 'at', at: task ? shown(task.dueAt) : begin ? localTime(begin.dueAt, timeZone) : '', hours: 4 } as Due,
    remind: shown(task?.remindAt), ownerId: task ? task.ownerId : me.id, locationId: task?.locationId ?? null, checklist: task?.checklist ?? [], step: '', number: '',
  })
  const [tried, setTried] = useState(false)
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const instant = (local: string) => (local === '' ? null : instantOf(local, timeZone))
  const [dueAt, remindAt] = [instant(form.due.at), instant(form.remind)]
  const title = form.title.trim()
  const asksTicket = task === undefined && ticketId === undefined
  const saving = useMutation({
    mutationFn: async () => {
      const { note, ownerId, locationId } = form
      const checklist = withDraft(form.checklist, form.step)
      const body = {
        title, note, ownerId, checklist, remindAt: remindAt?.toISOString() ?? null, ...(form.due.mode === 'in' ? { dueIn: { hours: form.due.hours } } : { dueAt: dueAt?.toISOString() ?? null }),
        // Left alone, a new task of a ticket stands where the ticket does.
        ...(task || locationId !== null ? { locationId } : {}),
      }
      if (task) return acts.change(task.id, body)
      const number = Number(form.number.replace('#', '').trim())
      const named = asksTicket && form.number.trim() !== '' ? await ticketOfNumber(Number.isInteger(number) && number > 0 ? number : 0).catch(() => null) : (ticketId ?? null)
      if (asksTicket && form.number.trim() !== '' && named === null) throw new UnknownTicket()
      return acts.add({ ...body, kind: form.kind, ticketId: named, ...(begin && named === null && { customerId: begin.customerId }) })
    },
    onSuccess: saved,
  })
  const faults = {
    title: title === '' ? t('field.titleMissing') : undefined, due: form.due.mode === 'at' && form.due.at !== '' && dueAt === null ? t('field.dueWrong') : undefined, remind: form.remind !== '' && remindAt === null ? t('field.dueWrong') : undefined,
  }
  useShortcuts(t('new'), [{ keys: 'escape', label: t('cancel'), run: leave, whileTyping: true }])
  const unknown = saving.error instanceof UnknownTicket
  return (
    <div className={classes.form}>
      <SaveForm
        pending={saving.isPending}
        error={unknown ? null : saving.error}
        button={task ? t('save') : t('create')}
        beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>}
        onSubmit={() => { setTried(true); if (!faults.title && !faults.due && !faults.remind) saving.mutate() }}
      >
        {!task && <SegmentedControl size="xs" className={classes.kind} aria-label={t('kind')} data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} value={form.kind} onChange={(kind) => change({ kind: kind as Task['kind'] })} />}
        <TextInput label={t('field.title')} required data-autofocus autoFocus maxLength={300} value={form.title} onChange={(event) => change({ title: event.currentTarget.value })} error={tried ? faults.title : undefined} />
        <div className={classes.fields}>
          <DueField due={form.due} change={(due) => change({ due })} error={tried ? faults.due : undefined} />
          <StaffPicker label={t('field.owner')} placeholder={t('field.nobody')} value={form.ownerId} change={(ownerId) => change({ ownerId })} />
          <TextInput label={t('field.remind')} type="datetime-local" value={form.remind} onChange={(event) => change({ remind: event.currentTarget.value })} error={tried ? faults.remind : undefined} />
          {placed && <LocationPicker label={t('field.location')} placeholder={t('field.nowhere')} value={form.locationId} change={(locationId) => change({ locationId })} />}
          {asksTicket && <TextInput label={t('field.ticket')} inputMode="numeric" maxLength={12} value={form.number} onChange={(event) => { change({ number: event.currentTarget.value }); if (unknown) saving.reset() }} error={unknown ? t('field.ticketUnknown') : undefined} />}
        </div>
        <Textarea label={t('field.note')} autosize minRows={1} maxRows={6} maxLength={10_000} value={form.note} onChange={(event) => change({ note: event.currentTarget.value })} />
        <div className={classes.due}>
          <Input.Label component="span">{t('checklist')}</Input.Label>
          <Checklist steps={form.checklist} change={(checklist) => change({ checklist })} draft={{ text: form.step, set: (step) => change({ step }) }} />
        </div>
      </SaveForm>
    </div>
  )
}
