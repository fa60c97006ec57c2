import type { QuestionResult } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { countText, percent } from '../figure-words.ts'
import { RowsLink } from '../RowsLink.tsx'
import classes from './matrix.module.css'
import { Scroller } from '../../../../ui/Scroller.tsx'

/** Rows against columns; the deeper a cell, the more chose it, and the share stands in it. */
export function Matrix({ question }: { question: QuestionResult }) {
  const { t } = useTranslation('results')
  const locale = currentLocale()
  const rows = question.rows ?? []
  const columns = rows.find(({ distribution }) => distribution.length > 0)?.distribution ?? []
  return (
    <Scroller label={question.title} className={classes.scroll}>
      <table className={classes.matrix}>
        <thead><tr><th scope="col"><span className={classes.hidden}>{t('column.row')}</span></th>{columns.map(({ value, label }) => <th key={value} scope="col">{label}</th>)}<th scope="col">{t('column.n')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {columns.map(({ value }) => {
                const cell = row.distribution.find((each) => each.value === value)
                const share = cell?.share ?? null
                return (
                  <td key={value} style={{ '--deep': `${Math.round((share ?? 0) * 70)}%` } as React.CSSProperties}>
                    {cell === undefined || share === null ? '–' : cell.n === 0 ? percent(0, locale) : <RowsLink more={{ question: question.id, value: `${row.id}:${value}` }} className={classes.cell} label={t('rows.option', { label: `${row.label}: ${cell.label}`, count: cell.n })}>{percent(share, locale)}</RowsLink>}
                  </td>
                )
              })}
              <td className={classes.n}>{countText(row.n, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some(({ distribution }) => distribution.length === 0) && <p className={classes.note}>{t('hiddenRow')}</p>}
    </Scroller>
  )
}
