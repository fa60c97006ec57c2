import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { keyLabels } from './shortcut-keys.ts'
import { onMac } from './Shortcuts.tsx'
import classes from './keyboard-hint.module.css'

/** The keys of a shortcut, as caps: `mod+k`, `g t`. */
export function KeyboardHint({ keys }: { keys: string }) {
  const { t } = useTranslation()
  return (
    <span className={classes.hint}>
      {keyLabels(keys, onMac).map((stroke, index) => (
        <Fragment key={index}>
          {index > 0 && <span className={classes.then}>{t('shortcuts.then')}</span>}
          {stroke.map((label) => (
            <kbd key={label} className={classes.key}>
              {label}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
