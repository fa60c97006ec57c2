import { countTickets, type TicketCounts } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Static } from 'typebox'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { SavedViews, useViews } from '../../views/index.ts'
import { defaultView, type View } from './ticket-search.ts'
import classes from './view-column.module.css'

type Counts = Static<typeof TicketCounts>
const groups: readonly (readonly View[])[] = [['mine', 'unassigned'], ['new', 'open', 'waiting'], ['active', 'closed', 'all']]
const counted = (view: View): view is Exclude<View, 'closed' | 'all'> => view !== 'closed' && view !== 'all'

/** "1 024", and "1 000+" where counting stopped. */
export function countText(count: number, limit: number): string {
  return `${new Intl.NumberFormat(currentLocale()).format(count)}${count >= limit ? '+' : ''}`
}

export function useViewCounts(): (view: View) => string | null {
  const counts = useQuery({ queryKey: queryKeys.tickets.counts, queryFn: ({ signal }) => api(countTickets, { signal }) }).data as Counts | undefined
  return (view) => (counts && counted(view) ? countText(counts[view], counts.limit) : null)
}

/** A saved view "unassigned", ready-made and counted exactly, stands for the one that is always there. */
export function useViewGroups(): readonly (readonly View[])[] {
  const { views } = useViews()
  return views.some(({ readyMade }) => readyMade === 'unassigned') ? groups.map((each) => each.filter((view) => view !== 'unassigned')) : groups
}

export function ViewColumn({ current }: { current: string }) {
  const { t } = useTranslation('tickets')
  const count = useViewCounts()
  return (
    <nav className={classes.column} aria-label={t('views.label')}>
      <p className={classes.title}>{t('title')}</p>
      {useViewGroups().map((views, index) => (
        <ul key={index} className={classes.group}>
          {views.map((view) => (
            <li key={view}>
              <Link to="/tickets" search={view === defaultView ? {} : { view }} className={classes.view} aria-current={view === current ? 'page' : undefined} activeOptions={{ exact: true, includeSearch: true }}>
                <span className={classes.name}>{t(`view.${view}`)}</span>
                <span className={classes.count}>{count(view)}</span>
              </Link>
            </li>
          ))}
        </ul>
      ))}
      <SavedViews current={current} />
    </nav>
  )
}
