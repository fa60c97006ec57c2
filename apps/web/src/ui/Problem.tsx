import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { problemText } from './problem-text.ts'
import classes from './states.module.css'

/** A failure next to where it happened. `text` replaces the general sentence where the screen knows better. */
export function Problem({ error, text, retry }: { error: unknown; text?: string | undefined; retry?: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <div className={classes.problem} role="alert">
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
      <span className={classes.problemText}>{text ?? problemText(error, t)}</span>
      {retry && (
        <Button variant="subtle" color="red" size="compact-sm" onClick={retry}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  )
}
