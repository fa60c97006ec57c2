// What a change of policy would do to open tickets, before it is saved.
import type { PolicyChangePreview } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useMe } from '../../../api/me.ts'
import { momentText } from '../calendars/when.ts'
import classes from './sla.module.css'

interface Props { preview: Static<typeof PolicyChangePreview>; save: () => void; pending: boolean; leave: () => void }
const few = 8

export function PolicyPreview({ preview: { checked, moved, examples }, save, pending, leave }: Props) {
  const { t } = useTranslation('times')
  const { t: everywhere } = useTranslation()
  const { timeZone } = useMe().organization
  const [all, setAll] = useState(false)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
    place.current?.focus({ preventScroll: true })
  }, [])
  const when = (at: string | null) => (at === null ? t('preview.noDeadline') : momentText(at, timeZone))
  const shown = all ? examples : examples.slice(0, few)
  return (
    <section ref={place} tabIndex={-1} className={classes.preview} aria-label={t('preview.title')}>
      <h2>{t('preview.moved', { moved, count: checked })}</h2>
      <p className={classes.faint}>{t('preview.text')}</p>
      <ul>
        {shown.map(({ ticketId, number, subject, kind, from, to }) => (
          <li key={`${ticketId} ${kind} ${from} ${to}`}>
            <span className={classes.ticket}><span className={classes.number}>#{number}</span> <Link to="/tickets/$ticketId" params={{ ticketId }}>{subject}</Link></span>
            <span className={classes.move}>{t('preview.move', { kind: everywhere(`clock.kind.${kind}`), from: when(from), to: when(to) })}</span>
          </li>
        ))}
      </ul>
      {examples.length > shown.length && <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAll(true)}>{t('preview.more', { count: examples.length - shown.length })}</Button>}
      <div className={classes.decide}>
        <Button aria-disabled={pending} onClick={() => pending || save()}>{t('preview.save', { count: moved })}</Button>
        <Button variant="subtle" color="gray" onClick={leave}>{t('preview.back')}</Button>
      </div>
    </section>
  )
}
