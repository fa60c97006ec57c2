import { createMarkedDay, deleteMarkedDay, type MarkedDay } from '@kontuar/contracts'
import { ActionIcon, Button, MultiSelect, TextInput, UnstyledButton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useLocations, useQueues } from '../../../api/desk.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { instantOf } from '../../../ui/zoned-time.ts'
import { useToday } from '../data/use-today.ts'
import classes from './effect.module.css'

interface Given { marks: readonly MarkedDay[]; chosen: string | undefined; choose: (id: string) => void; mayChange: boolean }

/** Days on which something changed; they stand on every line as well. */
export function Marks({ marks, chosen, choose, mayChange }: Given) {
  const { t } = useTranslation('effect')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const { timeZone } = useMe().organization
  const [locations, queues] = [useLocations(), useQueues()]
  const named = useNamed()
  const [making, setMaking] = useState(false)
  const renew = () => queries.invalidateQueries({ queryKey: queryKeys.markedDays })
  const removing = useMutation({
    mutationFn: (mark: MarkedDay) => api(deleteMarkedDay, { params: { id: mark.id } }),
    onSuccess: (_done, { id: _, ...mark }) => showNotice({ message: t('marks.removed', { name: mark.name }), undo: () => void api(createMarkedDay, { body: mark }).finally(renew) }),
    onError: (error) => showNotice({ message: problemText(error, tCommon), tone: 'failed' }),
    onSettled: renew,
  })
  const day = new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
  const whereOf = (mark: MarkedDay) => [...mark.locationIds.map((id) => locations.find((each) => each.id === id)?.name ?? '…'), ...mark.queueIds.map((id) => { const queue = queues.find((each) => each.id === id); return queue ? named('queue', queue) : '…' })].join(', ') || t('everywhere')
  return (
    <section className={classes.marks} aria-labelledby="marks">
      <h2 id="marks">{t('marks')}</h2>
      <p className={classes.soft}>{t('marks.text')}</p>
      {marks.length > 0 && (
        <ul>
          {marks.map((mark) => (
            <li key={mark.id} data-chosen={mark.id === chosen || undefined}>
              <UnstyledButton className={classes.mark} aria-pressed={mark.id === chosen} onClick={() => choose(mark.id)}><b>{mark.name}</b> <span>{day.format(new Date(mark.at))} · {whereOf(mark)}</span></UnstyledButton>
              {mayChange && <ActionIcon aria-label={t('marks.remove', { name: mark.name })} onClick={() => removing.mutate(mark)}><IconTrash size={16} stroke={1.5} aria-hidden /></ActionIcon>}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (making ? <NewMark made={(id) => { setMaking(false); void renew(); choose(id) }} leave={() => setMaking(false)} /> : <Button variant="default" leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{t('marks.add')}</Button>)}
    </section>
  )
}

function NewMark({ made, leave }: { made: (id: string) => void; leave: () => void }) {
  const { t } = useTranslation('effect')
  const { timeZone } = useMe().organization
  const today = useToday()
  const [locations, queues] = [useLocations(), useQueues()]
  const named = useNamed()
  const form = useForm({ initialValues: { name: '', on: today, locationIds: [] as string[], queueIds: [] as string[] }, validateInputOnBlur: ['name'], validate: { name: (name) => (name.trim() === '' ? t('marks.nameless') : null), on: (on) => (instantOf(`${on}T00:00`, timeZone) === null ? t('marks.noDay') : null) } })
  const making = useMutation({ mutationFn: ({ name, on, ...where }: typeof form.values) => api(createMarkedDay, { body: { name: name.trim(), at: instantOf(`${on}T00:00`, timeZone)!.toISOString(), ...where } }), onSuccess: ({ id }) => made(id), onError: (error) => form.setErrors(fieldErrors(error)) })
  return (
    <SaveForm button={t('marks.add')} pending={making.isPending} error={making.error} onSubmit={form.onSubmit((values) => making.mutate(values))} beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>}>
      <TextInput autoFocus label={t('marks.name')} placeholder={t('marks.example')} maxLength={200} {...form.getInputProps('name')} />
      <TextInput type="date" label={t('day')} {...form.getInputProps('on')} />
      <MultiSelect label={t('location')} description={t('marks.whereHint')} data={locations.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('locationIds')} />
      <MultiSelect label={t('queue')} data={queues.filter(({ retired }) => !retired).map((queue) => ({ value: queue.id, label: named('queue', queue) }))} {...form.getInputProps('queueIds')} />
    </SaveForm>
  )
}
