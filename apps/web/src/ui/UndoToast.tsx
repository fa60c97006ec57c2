import { useSyncExternalStore } from 'react'
import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from './KeyboardHint.tsx'
import { dismiss, noticeStore, undo } from './undo.ts'
import classes from './undo-toast.module.css'

/** Where the notices of ui/undo.ts appear. Once, in the outermost component. */
export function UndoToasts() {
  const { t } = useTranslation()
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.get)
  const newest = notices.findLast((notice) => notice.undo)?.id
  return (
    <div className={classes.place} aria-live="polite" role="status">
      {notices.map((notice) => (
        <div key={notice.id} className={classes.toast} data-tone={notice.tone}>
          <span className={classes.message}>{notice.message}</span>
          {notice.undo && (
            <button type="button" className={classes.undo} onClick={() => undo(notice.id)}>
              {t('action.undo')}
              {notice.id === newest && <KeyboardHint keys="z" />}
            </button>
          )}
          <CloseButton size="sm" className={classes.close} aria-label={t('action.close')} onClick={() => dismiss(notice.id)} />
        </div>
      ))}
    </div>
  )
}
