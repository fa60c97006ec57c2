import { CloseButton } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './at-ticket.module.css'

/** Below the ticket, above the composer; Esc leaves it. */
export function Panel({ title, leave, children }: { title: string; leave: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leaves the panel wherever the focus is in it
    <section
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || (event.target as HTMLElement).ariaExpanded === 'true') return
        event.stopPropagation()
        leave()
      }}
    >
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <CloseButton aria-label={t('action.close')} onClick={leave} />
      </header>
      {children}
    </section>
  )
}
