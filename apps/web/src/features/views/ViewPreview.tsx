import { listTickets } from '@kontuar/contracts'
import { useDebouncedValue, useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Problem } from '../../ui/Problem.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { fitting, headingOf, template, TicketCell, useColumns, useNames, withHeadings } from '../tickets/list/index.ts'
import type { ViewValues } from './ViewForm.tsx'
import classes from './view-form.module.css'

const shown = 8
/** Counted no further than one page. */
const most = 100
const pause = 400

/** What the view would show, while it is being made. The last good conditions stay until the new ones are complete. */
export function ViewPreview({ values, good }: { values: ViewValues; good: boolean }) {
  const { t } = useTranslation('views')
  const { t: tTickets } = useTranslation('tickets')
  const asked = JSON.stringify({ conditions: JSON.stringify(values.conditions), sort: values.sort, ...(values.group && { group: values.group }) })
  // Only what was complete is asked, also when the pause ends after the next change.
  const [query] = useDebouncedValue(good ? asked : null, pause)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: queryKeys.tickets.list({ preview: query }),
    queryFn: ({ signal }) => api(listTickets, { query: { ...(JSON.parse(query ?? '{}') as { conditions: string }), limit: most }, signal }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  })
  const { ref, width } = useElementSize()
  const names = useNames()
  const columns = fitting(useColumns(values.columns), width - 24)
  const rows = data?.items.slice(0, shown) ?? []
  const entries = withHeadings(rows, headingOf(values.group, names, { priority: ({ priority }) => tTickets(`priority.${priority}`), none: t('group.none') }))
  return (
    <section className={classes.preview} aria-label={t('page.preview')} ref={ref}>
      <div className={classes.previewHead}>
        <h2>{t('page.preview')}</h2>
        {data && <p role="status">{data.next === null ? t('page.count', { count: data.items.length }) : t('page.more', { count: most })}</p>}
      </div>
      {error ? <Problem error={error} retry={() => void refetch()} /> : !good && !data ? <p className={classes.quiet}>{t('page.previewIncomplete')}</p> : isPending ? <RowSkeletons rows={shown} height={36} /> : rows.length === 0 ? <p className={classes.quiet}>{t('page.previewEmpty')}</p> : (
        <div className={classes.rows} style={{ '--list-columns': template(columns, width - 24) } as CSSProperties}>
          <div className={classes.previewRow} data-head>{columns.map(({ name, label }) => <span key={name}>{name === 'priority' ? '' : label}</span>)}</div>
          {entries.map((entry) => (entry.kind === 'heading' ? <div key={entry.key} className={classes.heading}>{entry.label}</div> : <div key={entry.ticket.id} className={classes.previewRow}>{columns.map(({ name }) => <TicketCell key={name} name={name} ticket={entry.ticket} names={names} />)}</div>))}
        </div>
      )}
    </section>
  )
}
