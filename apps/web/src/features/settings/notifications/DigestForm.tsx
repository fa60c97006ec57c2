import type { NotificationSettings } from '@kontuar/contracts'
import { Switch, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { DaysField } from './DaysField.tsx'
import type { SaveSettings } from './NotificationSettingsPage.tsx'
import classes from './settings.module.css'

const usual = { at: '08:00', days: [1, 2, 3, 4, 5] }

export function DigestForm({ digest, save }: { digest: NotificationSettings['digest']; save: SaveSettings }) {
  const { t } = useTranslation('notifications')
  const [on, setOn] = useState(digest !== null)
  const [form, setForm] = useState(digest ?? usual)
  const [tried, setTried] = useState(false)
  const saving = useMutation({ mutationFn: () => save({ digest: on ? form : null }) })
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part })
    saving.reset()
  }
  const wrong = on && (form.at === '' || form.days.length === 0)
  return (
    <SaveForm pending={saving.isPending} saved={saving.isSuccess} error={saving.error} onSubmit={() => { setTried(true); if (!wrong) saving.mutate() }}>
      <Switch label={t('digest.on')} checked={on} onChange={(event) => { setOn(event.currentTarget.checked); saving.reset() }} />
      {on && (
        <>
          <div className={classes.times}>
            <TextInput type="time" label={t('digest.at')} value={form.at} onChange={(event) => change({ at: event.currentTarget.value })} error={tried && form.at === '' ? t('time.missing') : undefined} />
          </div>
          <DaysField label={t('digest.days')} value={form.days} change={(days) => change({ days })} error={tried && form.days.length === 0 ? t('days.none') : undefined} />
        </>
      )}
    </SaveForm>
  )
}
