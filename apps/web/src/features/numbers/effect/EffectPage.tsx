import { IconScale } from '@tabler/icons-react'
import { getEffect, type MarkedDay } from '@kontuar/contracts'
import { NativeSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useLocations, useQueues } from '../../../api/desk.ts'
import { useCan, useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { localTime } from '../../../ui/zoned-time.ts'
import { useMarks, useMetrics } from '../data/queries.ts'
import { useToday } from '../data/use-today.ts'
import { present } from '../search/numbers-search.ts'
import { EffectResultView } from './EffectResultView.tsx'
import type { EffectSearch } from './effect-search.ts'
import { Marks } from './Marks.tsx'
import classes from './effect.module.css'

const here = getRouteApi('/workspace/numbers/effect')
const usualMetric = 'csat'
const usualDays = 28

/** What a change did: before and after, where it was made and where not. */
export function EffectPage() {
  const { t } = useTranslation('effect')
  const navigate = useNavigate()
  const search = here.useSearch()
  const metrics = useMetrics()
  const marks = useMarks()
  const named = useNamed()
  const mayMark = useCan('insight.manage')
  const { timeZone } = useMe().organization
  const today = useToday()
  const [locations, queues] = [useLocations(), useQueues()]
  useTitle(t('title'))
  const change = (part: { [K in keyof EffectSearch]?: EffectSearch[K] | undefined }) => void navigate({ to: '.', search: ((before: EffectSearch) => present({ ...before, ...part } as EffectSearch)) as never, replace: true, resetScroll: false })
  const { metric = usualMetric, days = usualDays, at, location, queue } = search
  // Without a choice the newest mark: that is most probably what one came for.
  const mark = at === undefined ? (marks.find(({ id }) => id === search.mark) ?? marks[0]) : undefined
  const when = at ?? mark?.at
  const query = { days, ...(mark ? { at: mark.at, markedDayId: mark.id } : at === undefined ? {} : { at }), ...(location && { locationId: location }), ...(queue && { queueId: queue }) }
  const effect = useQuery({ queryKey: queryKeys.insight.figures({ effect: { metric, ...query } }), queryFn: ({ signal }) => api(getEffect, { params: { name: metric }, query: { ...query, at: when! }, signal }), placeholderData: keepPreviousData, enabled: when !== undefined && metrics.has(metric) })
  const info = metrics.get(metric)
  const dayWords = (each: MarkedDay) => new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(each.at))
  return (
    <div className={classes.page}>
      <h1>{t('title')}</h1>
      <p className={classes.lead}>{t('text')}</p>
      <div className={classes.fields} role="group" aria-label={t('question')}>
        <Select className={classes.wide} label={t('metric')} searchable data={[...metrics.values()].map(({ name, label }) => ({ value: name, label }))} value={metric} onChange={(name) => { if (name) change({ metric: name === usualMetric ? undefined : name }) }} />
        <NativeSelect className={classes.wide} label={t('mark')} value={mark?.id ?? ''} data={[...marks.map((each) => ({ value: each.id, label: `${each.name} (${dayWords(each)})` })), { value: '', label: t('ownDay') }]} onChange={({ currentTarget }) => (currentTarget.value === '' ? change({ mark: undefined, at: when === undefined ? today : localTime(new Date(when), timeZone).slice(0, 10) }) : change({ mark: currentTarget.value, at: undefined }))} />
        {(at !== undefined || marks.length === 0) && <TextInput type="date" label={t('day')} value={(at ?? '').slice(0, 10)} max={today} onChange={(event) => change({ at: event.currentTarget.value || undefined, mark: undefined })} />}
        <NativeSelect label={t('location')} value={location ?? ''} data={[{ value: '', label: t(mark && mark.locationIds.length > 0 ? 'asMarked' : 'everywhere') }, ...locations.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, label: name }))]} onChange={({ currentTarget }) => change({ location: currentTarget.value || undefined })} />
        <NativeSelect label={t('queue')} value={queue ?? ''} data={[{ value: '', label: t(mark && mark.queueIds.length > 0 ? 'asMarked' : 'allQueues') }, ...queues.filter(({ retired }) => !retired).map((each) => ({ value: each.id, label: named('queue', each) }))]} onChange={({ currentTarget }) => change({ queue: currentTarget.value || undefined })} />
        <NumberInput label={t('days')} min={1} max={366} allowDecimal={false} allowNegative={false} value={days} onChange={(next) => { if (Number(next) >= 1 && Number(next) <= 366) change({ days: Number(next) === usualDays ? undefined : Number(next) }) }} />
      </div>
      {when === undefined ? <EmptyState icon={<IconScale size={22} stroke={1.5} />} title={t('empty')} text={t('emptyText')} /> : effect.isPending ? <RowSkeletons rows={4} /> : effect.isError ? <Problem error={effect.error} retry={() => void effect.refetch()} /> : info && <div data-old={effect.isPlaceholderData || undefined} className={classes.result}><EffectResultView metric={info} result={effect.data} /></div>}
      <Marks marks={marks} chosen={mark?.id} choose={(id) => change({ mark: id, at: undefined })} mayChange={mayMark} />
    </div>
  )
}
