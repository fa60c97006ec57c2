import type { ErrorReview } from '@kontuar/contracts'
import { differenceText, percentText } from '@kontuar/charts'
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import type { RecoverySearch } from '../recovery-search.ts'
import { PartOf } from './PartOf.tsx'
import classes from './review.module.css'

type Figures = ErrorReview['causes'][number]

/** One cause: how often, whether more than before, what the customers said afterwards, where, and what was done. A change is marked only where chance does not explain it. */
export function CauseCard({ figures: { cause, n, share, before, change, real, recovered, cameBack, locations, remedies }, rows }: { figures: Figures; rows: RecoverySearch }) {
  const { t } = useTranslation('recovery')
  const locale = currentLocale()
  const Arrow = (change ?? 0) > 0 ? IconArrowUpRight : IconArrowDownRight
  return (
    <li className={classes.cause}>
      <h2 className={classes.name}>{cause?.name ?? t('causeNone')}</h2>
      <dl className={classes.figures}>
        <div><dt>{t('review.n')}</dt><dd><Link className={classes.big} to="/recoveries" search={{ ...rows, of: 'all' }}>{n}</Link>{share.shown && share.value !== null && <span className={classes.soft}>{t('review.share', { share: percentText(share.value, locale) })}</span>}</dd></div>
        <div>
          <dt>{t('review.before')}</dt>
          <dd>
            {before > 0 && rows.from && rows.to ? <Link to="/recoveries" search={{ ...rows, from: earlierThan(rows.from, rows.to), to: rows.from, of: 'all' }}>{before}</Link> : before}
            {real && change !== null ? <span className={classes.change} data-worse={change > 0 || undefined}><Arrow size={16} stroke={1.75} aria-hidden /> {t('review.change', { change: differenceText({ name: 'share', unit: 'share' }, change, locale) })}</span> : <span className={classes.soft}>{t('review.noChange')}</span>}
          </dd>
        </div>
        <div><dt>{t('review.recovered')}</dt><dd>{recovered.n === 0 ? <span className={classes.soft}>{t('review.nobodyAnswered')}</span> : <PartOf figure={recovered} rows={rows} part="recovered" whole="answered" />}</dd></div>
        <div><dt>{t('review.cameBack')}</dt><dd>{cameBack.n === 0 ? <span className={classes.soft}>{t('review.nothingSolved')}</span> : <PartOf figure={cameBack} rows={rows} part="came-back" whole="solved" />}</dd></div>
      </dl>
      {locations.length > 0 && <p className={classes.line}><span className={classes.label}>{t('review.where')}</span>{locations.map(({ id, name, n: here }) => <Link key={id} to="/recoveries" search={{ ...rows, location: id, of: 'all' }}>{name}: {here}</Link>)}</p>}
      {remedies.length > 0 && (
        <>
          <h3 className={classes.label}>{t('review.remedies')}</h3>
          <ul className={classes.remedies}>{remedies.map(({ text, n: times }) => <li key={text}><span>{text}</span><span className={classes.soft}>{t('review.times', { count: times })}</span></li>)}</ul>
        </>
      )}
    </li>
  )
}

/** The period before is as long. */
const earlierThan = (from: string, to: string) => new Date(2 * Date.parse(from) - Date.parse(to)).toISOString()
