// What a number is made of: exactly as many rows as it counts, beside the screen it stands on, or instead of it on a phone.
import { getMetric } from '@kontuar/contracts'
import { figureText, marginText, periodText, wholeText } from '@kontuar/charts'
import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { SentenceChip } from '../bar/SentenceChip.tsx'
import { useFields } from '../data/use-fields.ts'
import { useMetrics } from '../data/queries.ts'
import { present, type FrameSearch, type RowsSearch } from '../search/numbers-search.ts'
import { usePhone } from '../frame/use-phone.ts'
import { RowList } from './RowList.tsx'
import classes from './rows.module.css'

/** Metrics that have a numerator: their rows are counted in it or not. */
const hasNumerator = new Set(['share', 'parts', 'ratio', 'nps'])

export function RowsPane({ rows }: { rows: RowsSearch }) {
  const { t } = useTranslation('numbers')
  const navigate = useNavigate()
  const { timeZone } = useMe().organization
  const locale = currentLocale()
  const metric = useMetrics().get(rows.metric)
  const fields = useFields()
  const { from, to, where, counted } = rows
  const query = { from, to, ...(where && { where: JSON.stringify(where) }) }
  const whole = useQuery({ queryKey: queryKeys.insight.figures({ rows: rows.metric, ...query }), queryFn: ({ signal }) => api(getMetric, { params: { name: rows.metric }, query, signal }), placeholderData: keepPreviousData })
  const replace = (next: RowsSearch | undefined) => void navigate({ to: '.', search: ((before: FrameSearch) => present({ ...before, rows: next } as FrameSearch)) as never, replace: next !== undefined, resetScroll: false })
  const close = () => replace(undefined)
  useShortcuts(t('rows.title'), [{ keys: 'escape', label: t('rows.close'), run: close }])

  const Heading = usePhone() ? 'h1' : 'h2'
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    before.current = document.activeElement
    heading.current?.focus({ preventScroll: true })
    return () => { if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus({ preventScroll: true }) }
  }, [])

  const figure = whole.data?.figure
  const numerator = figure?.parts['numerator'] ?? figure?.parts['promoters']
  const label = metric?.label ?? rows.metric
  const n = figure === undefined ? null : counted === undefined || numerator === undefined ? figure.n : counted ? numerator : figure.n - numerator
  return (
    <aside className={classes.pane} aria-label={t('rows.of', { name: rows.name ?? label })}>
      <header className={classes.head}>
        <div className={classes.headText}>
          <Heading ref={heading} tabIndex={-1} className={classes.title}>{rows.name ?? label}</Heading>
          {rows.name && !rows.name.includes(label) && <p className={classes.metric}>{label}</p>}
          <p className={classes.period}>{whole.data ? periodText(whole.data.from, whole.data.to, { locale, timeZone }) : '\u00a0'}</p>
        </div>
        <Tooltip label={t('rows.close')}><ActionIcon size={32} aria-label={t('rows.close')} onClick={close}><IconX size={18} stroke={1.5} aria-hidden /></ActionIcon></Tooltip>
      </header>
      {where && <div className={classes.where}><SentenceChip where={where} fields={fields} /></div>}
      <div className={classes.sum}>
        {metric && figure && metric.unit !== 'count' && <span className={classes.figure}>{figureText(metric, figure, locale)} {figure.shown && figure.interval && <span className={classes.margin}>{marginText(metric, figure.interval, locale)}</span>}</span>}
        <span className={classes.count} data-rows={n ?? undefined}>{n === null ? '\u00a0' : t('rows.count', { count: n, said: wholeText(n, locale) })}</span>
      </div>
      {metric && hasNumerator.has(metric.form.form) && numerator !== undefined && (
        <SegmentedControl
          size="xs" fullWidth className={classes.which} aria-label={t('rows.which')} value={counted === undefined ? 'all' : String(counted)}
          data={[{ value: 'all', label: t('rows.all') }, { value: 'true', label: t('rows.counted', { count: numerator }) }, { value: 'false', label: t('rows.others', { count: (figure?.n ?? 0) - numerator }) }]}
          onChange={(value) => replace({ ...rows, counted: value === 'all' ? undefined : value === 'true' } as RowsSearch)}
        />
      )}
      {whole.isError && <div className={classes.problem}><Problem error={whole.error} retry={() => void whole.refetch()} /></div>}
      <RowList key={JSON.stringify(rows)} rows={rows} metric={metric} />
    </aside>
  )
}
