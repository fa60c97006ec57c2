import type { WarningReplay } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { useWarningWords } from '../words/use-warning-words.ts'
import { monthsOf } from './months-of.ts'
import classes from './past.module.css'

/** What would have come, month by month: the columns at a glance, then each of them in words. */
export function Replayed({ replay, waits }: { replay: WarningReplay | null; waits: boolean }) {
  const { t } = useTranslation('warnings')
  const { timeZone } = useMe().organization
  if (replay === null) return null
  const locale = currentLocale()
  const months = monthsOf(replay, timeZone)
  const most = Math.max(1, ...months.map(({ items }) => items.length))
  const name = (month: string, how: 'short' | 'long') => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', month: how, ...(how === 'long' && { year: 'numeric' }) }).format(new Date(`${month}-01T12:00:00Z`))
  return (
    <section className={classes.history} aria-labelledby="history" data-old={waits || undefined}>
      <h2 id="history" className={classes.title}>{t('history')}</h2>
      {replay.items.length === 0 ? <p className={classes.soft}>{t('history.none')}</p> : (
        <>
          <div className={classes.columns} aria-hidden>
            {months.map(({ month, items }) => <div key={month} className={classes.column}><span className={classes.n}>{items.length}</span><span className={classes.pillar} style={{ height: `${(items.length / most) * 56}px` }} data-none={items.length === 0 || undefined} /><span>{name(month, 'short')}</span></div>)}
          </div>
          {months.filter(({ items }) => items.length > 0).toReversed().map(({ month, items }) => (
            <div key={month} className={classes.monthList}>
              <h3>{t('history.month', { month: name(month, 'long'), count: items.length })}</h3>
              <ul>{items.toReversed().map((item, index) => <Item key={`${item.kind} ${item.at} ${item.locationId} ${index}`} item={item} />)}</ul>
            </div>
          ))}
        </>
      )}
    </section>
  )
}

function Item({ item }: { item: WarningReplay['items'][number] }) {
  const { t } = useTranslation('warnings')
  const words = useWarningWords()
  const about = { ...item, subject: item.subjectName === null ? null : { id: '', name: item.subjectName } }
  const compared = words.comparedOf({ ...item, expectedRange: null, n: 0, rows: item.metric === null ? null : { metric: item.metric, from: item.at, to: item.at } })
  return (
    <li className={classes.item}>
      <time dateTime={item.at} className={classes.at}>{words.when(item.at)}</time>
      <span><span className={classes.what}>{words.whatOf(about)}</span> <span className={classes.soft}>{words.placeOf(item)}</span><span className={classes.compared}>{compared} {words.shortChanceOf(item)}</span></span>
      <span className={classes.until}>{item.until === null ? t('history.still') : t('history.until', { when: words.when(item.until) })}</span>
    </li>
  )
}
