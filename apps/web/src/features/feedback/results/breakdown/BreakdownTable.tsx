import { Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useQueues } from '../../../../api/desk.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { useNamed } from '../../../../ui/ready-made.ts'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { Scroller } from '../../../../ui/Scroller.tsx'
import { isRoad } from '../../answers/filter/choices.ts'
import { languageOf, useChannelName } from '../../answers/filter/use-filter-words.ts'
import { Chart } from '../Chart.tsx'
import { boundsOf, countText } from '../figure-words.ts'
import { IntervalBand } from '../IntervalBand.tsx'
import { useResultsPlace } from '../results-context.ts'
import { breakdowns, type By, type Order, type ResultsQuery, type ResultsSearch } from '../results-search.ts'
import { RowsLink } from '../RowsLink.tsx'
import { Trap } from '../Trap.tsx'
import { breakdownOf } from '../use-results.ts'
import { useFigureWords } from '../use-figure-words.ts'
import { orderRows, type Row } from './order-rows.ts'
import classes from './breakdown.module.css'

interface Given { query: ResultsQuery; by: By; order: NonNullable<ResultsSearch['order']>; change: (change: Pick<ResultsSearch, 'by' | 'order'>) => void }

/** The metric by place, person, road and so on; each with its interval, since a small group's figure says little. */
export function BreakdownTable({ query, by, order, change }: Given) {
  const { t } = useTranslation('results')
  const { t: tAnswers } = useTranslation('answers')
  const { survey } = useResultsPlace()
  const channel = useChannelName()
  const named = useNamed()
  const queues = useQueues()
  const breakdown = useQuery(breakdownOf(survey.id, query, by))
  const shownBy = breakdown.data?.by ?? by
  const nameOf = ({ id, name }: Row): string => {
    if (id === null) return tAnswers('filter.none')
    if (shownBy === 'version') return t('version', { version: id })
    if (shownBy === 'road') return isRoad(id) ? tAnswers(`road.${id}`) : name
    if (shownBy === 'channel') return channel(id)
    if (shownBy === 'queue') return named('queue', queues.find((queue) => queue.id === id) ?? { name })
    return shownBy === 'language' ? languageOf(id) : name || tAnswers('nameless')
  }
  const rows = orderRows((breakdown.data?.rows ?? []).map((row) => ({ ...row, name: nameOf(row) })), order, currentLocale())
  const metric = rows.find(({ figure }) => figure !== null)?.figure?.metric
  const turn = (name: Order) => change({ by, order: order === `-${name}` ? name : order === name ? `-${name}` : name === 'name' ? 'name' : `-${name}` })
  const head = (name: Order, label: string) => (
    <button type="button" className={classes.sort} onClick={() => turn(name)} title={t('sortBy', { column: label })}>
      {label}{order.replace('-', '') === name && (order.startsWith('-') ? <IconArrowDown size={12} stroke={2} aria-hidden /> : <IconArrowUp size={12} stroke={2} aria-hidden />)}
    </button>
  )
  const sorted = (name: Order) => (order.replace('-', '') !== name ? 'none' : order.startsWith('-') ? 'descending' : 'ascending')
  return (
    <Chart
      title={t('breakdown.title')}
      beside={<Trap about={t('breakdown.title')}><p>{t('trap.breakdown')}</p></Trap>}
      end={<Select size="xs" aria-label={t('breakdown.by')} className={classes.by} data={breakdowns.map((each) => ({ value: each, label: t(`by.${each}`) }))} value={by} onChange={(next) => next && change({ by: next as By, order })} />}
    >
      {breakdown.isPending ? <RowSkeletons rows={5} height={36} /> : breakdown.isError ? <Problem error={breakdown.error} retry={() => void breakdown.refetch()} /> : rows.length === 0 ? <p className={classes.note}>{survey.anonymous ? t('breakdown.anonymous') : t('breakdown.none')}</p> : (
        <>
          <Scroller label={t('breakdown.title')} className={classes.scroll}>
            <table className={classes.table} aria-busy={breakdown.isPlaceholderData}>
              <thead>
                <tr>
                  <th scope="col" aria-sort={sorted('name')}>{head('name', t(`by.${shownBy}`))}</th>
                  <th scope="col" className={classes.number} aria-sort={sorted('n')}>{head('n', t('column.n'))}</th>
                  {metric && <th scope="col" className={classes.number} aria-sort={sorted('figure')}>{head('figure', t(`metric.short.${metric}`))}</th>}
                  {metric && <th scope="col">{t('column.interval')}</th>}
                </tr>
              </thead>
              <tbody>{rows.map((row) => <BreakdownLine key={row.id ?? 'none'} row={row} by={shownBy} metric={metric !== undefined} />)}</tbody>
            </table>
          </Scroller>
          {rows.some(({ n }) => n === null) && <p className={classes.note}>{t('breakdown.hidden')}</p>}
        </>
      )}
    </Chart>
  )
}

function BreakdownLine({ row: { id, name, n, figure }, by, metric }: { row: Row; by: By; metric: boolean }) {
  const { t } = useTranslation('results')
  const words = useFigureWords()
  const locale = currentLocale()
  // The list of answers knows no filter by version.
  const more = by === 'version' ? null : { [by]: id ?? 'none' }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={classes.number}>{n === null ? <span title={t('breakdown.hidden')}>{t('hiddenCell')}</span> : more === null ? countText(n, locale) : <RowsLink more={more} label={t('rows.option', { label: name, count: n })}>{countText(n, locale)}</RowsLink>}</td>
      {metric && <td className={classes.number}>{figure?.shown ? <b>{words.value(figure)}</b> : '–'}</td>}
      {metric && (
        <td className={classes.interval}>
          {figure?.shown && figure.value !== null && figure.interval ? <IntervalBand small value={figure.value} interval={figure.interval} bounds={boundsOf(figure.metric)} label={t('intervalWords', { range: words.range(figure.metric, figure.interval) })} /> : <span className={classes.few}>{figure && figure.n > 0 ? words.tooFew(figure) : ''}</span>}
        </td>
      )}
    </tr>
  )
}
