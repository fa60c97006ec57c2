import { Button, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './copy-field.module.css'

/** Something to take away: an address, a token, a link. Selectable also where the browser gives no clipboard (plain http). */
export function CopyField({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation()
  const clipboard = useClipboard({ timeout: 2000 })
  return (
    <div className={classes.field}>
      <div className={classes.value} aria-label={label} role="textbox" aria-readonly tabIndex={0} onFocus={(event) => getSelection()?.selectAllChildren(event.currentTarget)}>
        {value}
      </div>
      {window.isSecureContext && (
        <Tooltip label={t('action.copy')}>
          <Button variant="default" size="sm" leftSection={clipboard.copied ? <IconCheck size={16} stroke={1.5} /> : <IconCopy size={16} stroke={1.5} />} onClick={() => clipboard.copy(value)}>
            <span aria-live="polite">{clipboard.copied ? t('action.copied') : t('action.copy')}</span>
          </Button>
        </Tooltip>
      )}
    </div>
  )
}
