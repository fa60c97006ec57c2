import type { QuestionResult } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { countText, percent, sharesFrom } from '../figure-words.ts'
import { RowsLink } from '../RowsLink.tsx'
import { useFigureWords } from '../use-figure-words.ts'
import classes from './bars.module.css'

/** A table whose shares are drawn as bars, from zero: it is its own table view. `bare`: without the bars, with the interval. */
export function OptionBars({ question, bare = false }: { question: QuestionResult; bare?: boolean }) {
  const { t } = useTranslation('results')
  const words = useFigureWords()
  const locale = currentLocale()
  const most = Math.max(...question.distribution.map(({ share }) => share ?? 0), 0.01)
  return (
    <table className={classes.bars} data-bare={bare || undefined}>
      <thead className={bare ? undefined : classes.hidden}>
        <tr><th scope="col">{t('column.option')}</th>{!bare && <th scope="col">{t('column.bar')}</th>}<th scope="col" className={classes.number}>{t('column.share')}</th><th scope="col" className={classes.number}>{t('column.n')}</th>{bare && <th scope="col">{t('column.interval')}</th>}</tr>
      </thead>
      <tbody>
        {question.distribution.map(({ value, label, n, share, interval }) => (
          <tr key={value} title={interval && question.n >= sharesFrom ? t('intervalWords', { range: words.shareRange(interval) }) : undefined}>
            <th scope="row" dir="auto">{label}</th>
            {!bare && <td className={classes.room} aria-hidden>{n > 0 && <span className={classes.bar} style={{ width: `${((share ?? 0) / most) * 100}%` }} />}</td>}
            <td className={classes.number}>{share === null || question.n < sharesFrom ? '–' : percent(share, locale)}</td>
            <td className={classes.number}>{n === 0 ? countText(0, locale) : <RowsLink more={{ question: question.id, value }} label={t('rows.option', { label, count: n })}>{countText(n, locale)}</RowsLink>}</td>
            {bare && <td>{interval && question.n >= sharesFrom ? words.shareRange(interval) : '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
