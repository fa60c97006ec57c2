import { useTranslation } from 'react-i18next'
import type { DraftState } from './draft-keeper.ts'
import classes from './composer.module.css'

/** That the draft is safe, or not yet. Says nothing in between, so that it does not flicker while one types. */
export function DraftHint({ state }: { state: DraftState }) {
  const { t } = useTranslation('tickets')
  return (
    <span className={classes.hint} data-unsaved={state === 'unsaved' || undefined} role="status">
      {state === 'saved' ? t('draft.saved') : state === 'unsaved' ? t('draft.unsaved') : ''}
    </span>
  )
}
