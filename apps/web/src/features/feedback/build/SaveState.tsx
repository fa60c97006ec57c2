import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { problemText } from '../../../ui/problem-text.ts'
import type { useDraft } from './draft/use-draft.ts'
import classes from './build.module.css'

/** Whether the server has what is on the screen. */
export function SaveState({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const { t } = useTranslation('surveys')
  const { t: everywhere } = useTranslation()
  const { state, error } = draft
  const failed = state === 'unsaved' || state === 'refused'
  return (
    <span className={classes.save} role="status" data-state={state} data-failed={failed || undefined}>
      {state === 'refused' ? <span title={problemText(error, everywhere)}>{t('save.refused')}</span> : t(`save.${state}`)}
      {failed && <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void draft.flush()}>{everywhere('action.retry')}</Button>}
    </span>
  )
}
