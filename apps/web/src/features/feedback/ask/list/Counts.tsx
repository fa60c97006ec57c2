import type { Touchpoint } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import type { InvitationSearch } from '../invitations/invitation-search.ts'
import classes from './touchpoints.module.css'

/** What became of the askings of 30 days; each number leads to its rows. */
export function Counts({ touchpoint: { id, counts } }: { touchpoint: Touchpoint }) {
  const { t } = useTranslation('asking')
  const number = new Intl.NumberFormat(currentLocale())
  const said = (name: keyof typeof counts) => t(`counts.${name}`, { number: number.format(counts[name]) })
  const askings = (state: NonNullable<InvitationSearch['state']>) => (words: ReactNode) => <Link to="/feedback/invitations" search={{ touchpoint: id, state }}>{words}</Link>
  const of: [keyof typeof counts, (words: ReactNode) => ReactNode][] = [['planned', askings('planned')], ['sent', askings('sent')], ['answered', (words) => <Link to="/feedback/answers" search={{ touchpoint: id, period: '30d' }}>{words}</Link>], ['suppressed', askings('suppressed')]]
  if (Object.values(counts).every((count) => count === 0)) return <p className={classes.quiet}>{t('counts.none')}</p>
  return (
    <ul className={classes.counts} aria-label={t('counts.label')}>
      {of.map(([name, link]) => (
        <li key={name} data-zero={counts[name] === 0 || undefined}>
          {counts[name] === 0 ? said(name) : link(said(name))}
        </li>
      ))}
      <li className={classes.window}>{t('counts.window')}</li>
    </ul>
  )
}
