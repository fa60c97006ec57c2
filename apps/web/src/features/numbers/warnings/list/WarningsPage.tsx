import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { useShortcuts } from '../../../../ui/Shortcuts.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { figuresQuery } from '../../data/queries.ts'
import { useLiveFigures } from '../../data/use-live-figures.ts'
import { distinct, queryKey } from '../../search/tile-queries.ts'
import { calm } from '../data/calm.ts'
import { seriesQuery } from '../data/series-query.ts'
import { warningsQuery } from '../data/warning-queries.ts'
import type { WarningsSearch } from '../search.ts'
import { byUrgency } from '../words/urgency.ts'
import { NoWarnings } from './NoWarnings.tsx'
import { WarningCard } from './WarningCard.tsx'
import { WarningFilters } from './WarningFilters.tsx'
import { WarningsFrame } from './WarningsFrame.tsx'
import classes from './list.module.css'

const here = getRouteApi('/workspace/numbers/warnings')

export function WarningsPage() {
  const { t } = useTranslation('warnings')
  const search = here.useSearch()
  return (
    <WarningsFrame>
      <p className={classes.lead}>{t('lead')}</p>
      <WarningFilters search={search} />
      <WarningList key={JSON.stringify(search)} search={search} />
    </WarningsFrame>
  )
}

const asTheyCome = () => 0

function WarningList({ search }: { search: WarningsSearch }) {
  const { t } = useTranslation('warnings')
  const { t: tCommon } = useTranslation()
  const { timeZone } = useMe().organization
  const list = useInfiniteQuery(warningsQuery(search))
  const [known, setKnown] = useState<readonly string[]>([])
  const open = (search.state ?? 'open') === 'open'
  const { shown, news } = calm(known, list.data?.pages.map(({ items }) => items) ?? [], open ? byUrgency : asTheyCome)
  // What left keeps its place for coming back: an act that is undone brings the card where it was.
  const added = shown.map(({ id }) => id).filter((id) => !known.includes(id))
  // What lay here from before is asked for anew first: what comes with that answer is no news to somebody who has just come.
  if (added.length > 0 && (list.isFetchedAfterMount || !list.isFetching)) setKnown([...known, ...added])
  const { data: answers } = useQuery(figuresQuery(distinct(shown.flatMap((warning) => seriesQuery(warning, timeZone) ?? []))))
  useLiveFigures()

  const place = useRef<HTMLOListElement>(null)
  const cards = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-warning]') ?? [])]
  const at = () => cards().findIndex((card) => card.contains(document.activeElement))
  const focus = (index: number) => {
    const card = cards()[index]
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
  }
  const move = (step: 1 | -1) => focus(at() < 0 ? (step === 1 ? 0 : cards().length - 1) : Math.min(cards().length - 1, Math.max(0, at() + step)))
  // A card that leaves the list gives its place to the next one, so that the keyboard never stands nowhere.
  const last = useRef<number | null>(null)
  const ids = shown.map(({ id }) => id).join()
  useEffect(() => {
    if (last.current === null || document.activeElement !== document.body) return
    const left = [...(place.current?.querySelectorAll<HTMLElement>('[data-warning]') ?? [])]
    left[Math.min(last.current, left.length - 1)]?.focus({ preventScroll: true })
  }, [ids])
  const press = (act: string) => cards()[Math.max(0, at())]?.querySelector<HTMLElement>(`[data-act=${act}]`)?.click()
  useShortcuts(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    { keys: 't', label: t('task'), run: () => press('task') },
    { keys: 'r', label: t('rows'), run: () => press('rows') },
    ...(search.state === undefined || search.state === 'snoozed' ? [{ keys: 's', label: t('snooze'), run: () => press('snooze') }, { keys: 'e', label: t('dismiss'), run: () => press('dismiss') }] : []),
    ...(search.state === undefined || search.state === 'over' ? [] : [{ keys: 'o', label: t('reopen'), run: () => press('reopen') }]),
  ])
  if (list.isPending) return <RowSkeletons rows={4} height={140} />
  if (list.isError && !list.data) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (shown.length === 0 && news.length === 0) return <NoWarnings search={search} />
  return (
    <>
      {news.length > 0 && <Button variant="light" fullWidth size="compact-md" className={classes.news} onClick={() => setKnown([...news.map(({ id }) => id), ...known])}>{t('news', { count: news.length })}</Button>}
      <ol ref={place} className={classes.list} aria-label={t('title')} onFocus={() => { last.current = at() }}>
        {shown.map((warning) => {
          const query = seriesQuery(warning, timeZone)
          return <li key={warning.id}><WarningCard warning={warning} answer={query === null ? undefined : answers?.get(queryKey(query))} /></li>
        })}
      </ol>
      {list.hasNextPage && <Button variant="default" size="compact-sm" onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button>}
    </>
  )
}
