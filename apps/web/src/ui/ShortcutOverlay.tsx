import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from './KeyboardHint.tsx'
import { useShortcutGroups } from './Shortcuts.tsx'
import classes from './shortcut-overlay.module.css'

export function ShortcutOverlay({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation()
  const groups = useShortcutGroups()
  return (
    <Modal opened={opened} onClose={close} title={t('shortcuts.title')} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div className={classes.groups}>
        {[...groups].reverse().map((group) => (
          <section key={group.title}>
            <h3 className={classes.title}>{group.title}</h3>
            <dl className={classes.list}>
              {group.shortcuts.filter((shortcut) => !shortcut.hidden).map((shortcut) => (
                <div key={shortcut.keys} className={classes.row}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <KeyboardHint keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
