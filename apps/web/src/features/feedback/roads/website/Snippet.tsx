import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import shared from '../frame/roads.module.css'
import classes from './website.module.css'

/** What is pasted into a page or a terminal: seen as it is, selected by keyboard, copied with one press. */
export function Snippet({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation()
  const clipboard = useClipboard({ timeout: 2000 })
  return (
    <div className={classes.snippet}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and is selected when reached */}
      <pre className={shared.code} tabIndex={0} aria-label={label} onFocus={(event) => getSelection()?.selectAllChildren(event.currentTarget)}>{text}</pre>
      {window.isSecureContext && (
        <Button variant="default" size="xs" leftSection={clipboard.copied ? <IconCheck size={15} stroke={1.5} aria-hidden /> : <IconCopy size={15} stroke={1.5} aria-hidden />} onClick={() => clipboard.copy(text)}>
          <span aria-live="polite">{clipboard.copied ? t('action.copied') : t('action.copy')}</span>
        </Button>
      )}
    </div>
  )
}
