// What lay behind it and what was done: asked where the organization wants it, when a task is closed.
import type { Task } from '@kontuar/contracts'
import { Button, Select, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCauses } from '../../api/desk.ts'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { useTaskActs } from './use-task-acts.ts'

export function CloseTask({ task, leave }: { task: Task; leave: () => void }) {
  const { t } = useTranslation('tasks')
  const { t: tCommon } = useTranslation()
  const acts = useTaskActs(() => {})
  const [causeId, setCause] = useState(task.causeId)
  const [remedy, setRemedy] = useState(task.remedy)
  const [tried, setTried] = useState(false)
  const causes = useCauses().filter(({ id, retired }) => !retired || id === task.causeId)
  const closing = useMutation({ mutationFn: () => acts.change(task.id, { state: 'done', causeId, remedy: remedy.trim() }), onSuccess: leave })
  const complete = causeId !== null && remedy.trim() !== ''
  return (
    <SaveForm
      pending={closing.isPending} error={closing.error} button={t('close.button')} beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>}
      onSubmit={() => { setTried(true); if (complete) closing.mutate() }}
    >
      <Select
        label={t('close.cause')} description={t('close.causeHint')} data={causes.map(({ id, name }) => ({ value: id, label: name }))} searchable={causes.length > 8} nothingFoundMessage={tCommon('picker.nothing')} placeholder={tCommon('picker.choose')}
        data-autofocus autoFocus value={causeId} onChange={setCause} error={tried && causeId === null ? t('close.causeMissing') : undefined}
      />
      <Textarea label={t('close.remedy')} autosize minRows={2} maxRows={8} maxLength={2000} value={remedy} onChange={(event) => setRemedy(event.currentTarget.value)} error={tried && remedy.trim() === '' ? t('close.remedyMissing') : undefined} />
    </SaveForm>
  )
}
