import type { Table } from '@kontuar/charts'
import { useTranslation } from 'react-i18next'
import { RowsLink } from '../RowsLink.tsx'
import { Scroller } from '../../../ui/Scroller.tsx'
import classes from './table.module.css'

/** The same as the chart, in numbers; each leads to its rows. */
export function TileTable({ table, title }: { table: Table; title: string }) {
  const { t } = useTranslation('tiles')
  return (
    <Scroller label={t('tableOf', { title })} className={classes.scroller} landmark>
      <table className={classes.table}>
        <thead>
          <tr>{table.columns.map(({ name, number }, index) => <th key={index} scope="col" data-number={number || undefined}>{name || <span aria-hidden>&nbsp;</span>}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ text, rows, faint, title: besides }, index) => (index === 0 ? <th key={index} scope="row">{text}</th> : (
                <td key={index} title={besides} data-number={table.columns[index]?.number || undefined} data-faint={faint || undefined}>{rows ? <RowsLink wish={rows}>{text}</RowsLink> : text}</td>
              )))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
