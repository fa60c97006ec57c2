import type { NotificationSettings } from '@kontuar/contracts'
import { Switch, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../api/problem.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { DaysField } from './DaysField.tsx'
import type { SaveSettings } from './NotificationSettingsPage.tsx'
import classes from './settings.module.css'

const usual = { from: '20:00', to: '07:00', days: [1, 2, 3, 4, 5, 6, 7] }

export function QuietForm({ quiet, save }: { quiet: NotificationSettings['quiet']; save: SaveSettings }) {
  const { t } = useTranslation('notifications')
  const [on, setOn] = useState(quiet !== null)
  const [form, setForm] = useState(quiet ?? usual)
  const [tried, setTried] = useState(false)
  const saving = useMutation({ mutationFn: () => save({ quiet: on ? form : null }) })
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part })
    saving.reset()
  }
  const missing = (time: string) => (tried && on && time === '' ? t('time.missing') : undefined)
  const same = on && form.from === form.to && form.from !== ''
  const wrong = on && (form.from === '' || form.to === '' || form.days.length === 0 || same)
  const whole = saving.error instanceof ApiProblem && saving.error.fields?.['quiet'] !== undefined
  return (
    <SaveForm pending={saving.isPending} saved={saving.isSuccess} error={saving.error} errorText={whole ? t('quiet.whole') : undefined} onSubmit={() => { setTried(true); if (!wrong) saving.mutate() }}>
      <Switch label={t('quiet.on')} checked={on} onChange={(event) => { setOn(event.currentTarget.checked); saving.reset() }} />
      {on && (
        <>
          <div className={classes.times}>
            <TextInput type="time" label={t('quiet.from')} value={form.from} onChange={(event) => change({ from: event.currentTarget.value })} error={missing(form.from)} />
            <TextInput type="time" label={t('quiet.to')} value={form.to} onChange={(event) => change({ to: event.currentTarget.value })} error={missing(form.to) ?? (tried && same ? t('quiet.same') : undefined)} description={form.to !== '' && form.to < form.from ? t('quiet.overnight') : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']} />
          </div>
          <DaysField label={t('quiet.days')} value={form.days} change={(days) => change({ days })} error={tried && form.days.length === 0 ? t('days.none') : undefined} />
        </>
      )}
    </SaveForm>
  )
}
