import type { Warning } from '@kontuar/contracts'
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { StaffPicker } from '../../../../ui/pickers/StaffPicker.tsx'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { useShortcuts } from '../../../../ui/Shortcuts.tsx'
import { instantOf, localTime } from '../../../../ui/zoned-time.ts'
import { useWarningActs } from '../data/use-warning-acts.ts'
import { nextNoon } from '../words/snooze-until.ts'
import { useTaskTitle } from '../words/use-task-title.ts'
import { useWarningWords } from '../words/use-warning-words.ts'
import classes from './card.module.css'

/** Who does what until when. It begins with the first advice. */
export function MakeTask({ warning, close }: { warning: Warning; close: () => void }) {
  const { t } = useTranslation('warnings')
  const { staff: me, organization: { timeZone } } = useMe()
  const acts = useWarningActs()
  const name = useWarningWords().titleOf(warning)
  const taskTitle = useTaskTitle()
  const [form, setForm] = useState(() => ({ title: taskTitle(warning), ownerId: me.id as string | null, due: localTime(nextNoon(new Date(), timeZone), timeZone) }))
  const [tried, setTried] = useState(false)
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const title = form.title.trim()
  const dueAt = form.due === '' ? null : instantOf(form.due, timeZone)
  const faults = { title: title === '' ? t('task.missing') : undefined, due: form.due !== '' && dueAt === null ? t('task.dueWrong') : undefined }
  const making = useMutation({ mutationFn: () => acts.addTask(warning, { title, ownerId: form.ownerId, dueAt: dueAt?.toISOString() ?? null }), onSuccess: close })
  useShortcuts(t('task'), [{ keys: 'escape', label: t('cancel'), run: close, whileTyping: true }])
  return (
    <div className={classes.form} role="group" aria-label={t('taskOf', { title: name })}>
      <SaveForm pending={making.isPending} error={making.error} button={t('task.do')} beside={<Button variant="subtle" color="gray" onClick={close}>{t('cancel')}</Button>} onSubmit={() => { setTried(true); if (!faults.title && !faults.due) making.mutate() }}>
        <TextInput autoFocus required label={t('task.what')} maxLength={300} value={form.title} onChange={(event) => change({ title: event.currentTarget.value })} error={tried ? faults.title : undefined} />
        <div className={classes.fields}>
          <StaffPicker label={t('task.owner')} placeholder={t('task.nobody')} value={form.ownerId} change={(ownerId) => change({ ownerId })} />
          <TextInput label={t('task.due')} type="datetime-local" value={form.due} onChange={(event) => change({ due: event.currentTarget.value })} error={tried ? faults.due : undefined} />
        </div>
      </SaveForm>
    </div>
  )
}
