import type { Recovery } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { useRecoveryActs } from '../use-recovery-acts.ts'
import { CauseFields, causeOf } from './CauseFields.tsx'
import classes from './story.module.css'

/** Cause and remedy, at any time. */
export function NoteForm({ recovery, leave }: { recovery: Recovery; leave: () => void }) {
  const { t } = useTranslation('recovery')
  const acts = useRecoveryActs()
  const [value, setValue] = useState(() => causeOf(recovery))
  const saving = useMutation({ mutationFn: () => acts.note(recovery, { ...value, remedy: value.remedy.trim() }), onSuccess: leave })
  useShortcuts(t('note'), [{ keys: 'escape', label: t('cancel'), run: leave, whileTyping: true }])
  return (
    <div className={classes.form} role="group" aria-label={t('note')}>
      <SaveForm pending={saving.isPending} error={saving.error} beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>} onSubmit={() => saving.mutate()}>
        <CauseFields value={value} change={setValue} />
      </SaveForm>
    </div>
  )
}
