import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import type { Table } from './read-table.ts'
import shared from '../frame/roads.module.css'
import { Scroller } from '../../../../ui/Scroller.tsx'
import classes from './lists.module.css'

/** The columns as they will be read, with the first people in them. */
export function TablePreview({ table, atLeast }: { table: Table; atLeast: boolean }) {
  const { t } = useTranslation('roads')
  const number = new Intl.NumberFormat(currentLocale()).format(table.lines)
  const rows = Math.max(0, ...table.columns.map(({ sample }) => sample.length))
  return (
    <div className={classes.preview}>
      <p className={shared.soft} role="status">{atLeast ? t('list.linesAtLeast', { count: table.lines, number }) : t('list.lines', { count: table.lines, number })}</p>
      <Scroller label={t('list.columns')} className={classes.scroll} landmark>
        <table className={classes.columns}>
          <thead>
            <tr>{table.columns.map(({ name, as }, index) => <th key={index} scope="col">{name || '—'}<span data-as={as}>{t(`list.as.${as}`)}</span></th>)}</tr>
          </thead>
          <tbody>{Array.from({ length: rows }, (_, row) => <tr key={row}>{table.columns.map(({ sample }, index) => <td key={index}>{sample[row]}</td>)}</tr>)}</tbody>
        </table>
      </Scroller>
    </div>
  )
}
