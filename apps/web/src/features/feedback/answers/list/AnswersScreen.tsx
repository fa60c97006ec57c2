import type { Survey } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconMessageCircle2 } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { SearchBox } from '../../../../ui/SearchBox.tsx'
import { answerQuery, isNarrowed, present, type AnswerSearch, type FilterName } from '../answer-search.ts'
import { ExportLink } from '../filter/ExportLink.tsx'
import { FilterChips } from '../filter/FilterChips.tsx'
import { answerFields } from '../filter/FilterFields.tsx'
import { FilterMenu } from '../filter/FilterMenu.tsx'
import { PeriodField } from '../filter/PeriodField.tsx'
import { useToday } from '../use-today.ts'
import { AnswerRows, type RowsHandle } from './AnswerRows.tsx'
import { useAnswerKeys } from './use-answer-keys.ts'
import { useAnswerList } from './use-answer-list.ts'
import classes from './answers-screen.module.css'

const all = answerFields
const ofOne = answerFields.filter((name) => name !== 'survey')

/** Answers in a list: of one survey, or across all of them. */
export function AnswersScreen({ search, survey }: { search: AnswerSearch; survey?: Survey | undefined }) {
  const { t } = useTranslation('answers')
  const navigate = useNavigate()
  const today = useToday()
  const handle = useRef<RowsHandle>(null)
  const { selected: _, ...filters } = search
  const along: AnswerSearch = survey ? { ...filters, survey: survey.id } : filters
  const query = answerQuery(along, today)
  const list = useAnswerList(query, useCallback(() => handle.current !== null && handle.current.scrolledTop() && !handle.current.touched(), []))
  const replace = (next: AnswerSearch) => void navigate({ to: '.', search: present<AnswerSearch>(next), replace: true })
  const change = (part: { [K in keyof AnswerSearch]?: AnswerSearch[K] | undefined }) => replace({ ...filters, ...part } as AnswerSearch)
  const drop = (name: FilterName) => change(name === 'question' ? { question: undefined, value: undefined } : { [name]: undefined })
  const clear = () => replace({})
  useAnswerKeys({ list, search, along, handle })

  const empty = isNarrowed(filters)
    ? <EmptyState icon={<IconMessageCircle2 size={22} stroke={1.5} />} title={t('empty.filtered')} text={survey?.anonymous ? t('empty.filteredAnonymous') : t('empty.filteredText')} action={<Button variant="default" onClick={clear}>{t('filter.clear')}</Button>} />
    : <EmptyState icon={<IconMessageCircle2 size={22} stroke={1.5} />} title={t('empty.none')} text={survey?.anonymous ? t('empty.anonymous') : t('empty.text')} />
  return (
    <section className={classes.screen} aria-label={t('list.label')}>
      <div className={classes.bar}>
        <SearchBox value={search.q ?? ''} search={(words) => change({ q: words || undefined })} leave={() => handle.current?.focus()} label={t('search')} />
        <PeriodField value={search} usual="all" today={today} change={({ period, from, until }) => change({ period, from, until })} />
        <div className={classes.end}>
          <FilterMenu fields={survey ? ofOne : all} search={along} change={change} clear={clear} />
          <ExportLink query={query} today={today} />
        </div>
        <FilterChips search={along} without={survey ? ['survey'] : []} drop={drop} />
      </div>
      {survey?.anonymous && <p className={classes.note}>{t('anonymousNote')}</p>}
      <AnswerRows list={list} search={search} along={along} withSurvey={!survey && search.survey === undefined} handle={handle} empty={empty} />
    </section>
  )
}
