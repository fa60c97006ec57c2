import { Link } from '@tanstack/react-router'
import { currentLocale } from '../../i18n/i18n.ts'
import type { TicketSearch } from '../tickets/search/index.ts'
import classes from './board.module.css'

/** A number that opens the rows it counts. Nothing has no rows. */
export function Count({ of, rows, label, tone }: { of: number; rows: TicketSearch; label: string; tone?: 'late' | 'soon' }) {
  const said = new Intl.NumberFormat(currentLocale()).format(of)
  if (of === 0) return <span className={classes.zero} aria-label={`${label}: 0`}>0</span>
  return <Link to="/tickets" search={rows} preload={false} className={classes.count} data-tone={tone} aria-label={`${label}: ${said}`}>{said}</Link>
}
