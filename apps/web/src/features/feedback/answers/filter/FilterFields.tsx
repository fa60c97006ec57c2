import { Button, Select } from '@mantine/core'
import { useQuery, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocations, useQueues, useStaff, useTags, useTeams } from '../../../../api/desk.ts'
import { useNamed } from '../../../../ui/ready-made.ts'
import { surveyQuery, surveysQuery } from '../../surveys/survey-queries.ts'
import { dimensionNames, roads, solvedStates, states, tones, type AnswerSearch } from '../answer-search.ts'
import { channels } from './choices.ts'
import { languageOf, touchpointsQuery } from './use-filter-words.ts'
import classes from './filter.module.css'

export const answerFields = ['survey', 'tone', 'commented', ...dimensionNames, 'tag', 'state', 'solved', 'invalid'] as const
export type FieldName = (typeof answerFields)[number]
export interface FilterProps { fields: readonly FieldName[]; search: AnswerSearch; change: (change: Partial<AnswerSearch>) => void; clear: () => void }
interface Choice { value: string; label: string }

export function FilterFields({ fields, search, change, clear }: FilterProps) {
  const { t } = useTranslation('answers')
  const choices = useChoices(search, fields)
  const shown = fields.filter((name) => choices[name].length > 0)
  return (
    <>
      {shown.map((name) => (
        <Select
          key={name}
          label={t(`filter.${name}`)}
          data={[{ value: '', label: t('filter.any') }, ...choices[name]]}
          value={search[name] ?? ''}
          onChange={(value) => change({ [name]: value || undefined })}
          searchable={choices[name].length > 8}
          comboboxProps={{ withinPortal: false }}
        />
      ))}
      {fields.some((name) => search[name] !== undefined) && <Button variant="default" className={classes.clear} onClick={clear}>{t('filter.clear')}</Button>}
    </>
  )
}

/** What each field offers; a field without a choice is not shown. */
function useChoices(search: AnswerSearch, fields: readonly FieldName[]): Record<FieldName, Choice[]> {
  const { t } = useTranslation('answers')
  const named = useNamed()
  const inUse = <T extends { id: string; name: string; retired?: boolean }>(all: readonly T[], chosen: string | undefined) => all.filter(({ id, retired }) => retired !== true || id === chosen)
  const members = (all: readonly { id: string; name: string }[]): Choice[] => (all.length === 0 ? [] : [...all.map(({ id, name }) => ({ value: id, label: name })), { value: 'none', label: t('filter.none') }])
  const [locations, teams, staff, queues, tags] = [useLocations(), useTeams(), useStaff(), useQueues(), useTags()]
  const surveys = useInfiniteQuery({ ...surveysQuery('false'), enabled: fields.includes('survey') }).data?.pages.flatMap(({ items }) => items) ?? []
  const touchpoints = useQuery(touchpointsQuery(search.survey)).data?.items ?? []
  const survey = useQuery({ ...surveyQuery(search.survey ?? ''), enabled: search.survey !== undefined }).data
  return {
    survey: surveys.map(({ id, name }) => ({ value: id, label: name })),
    tone: tones.map((value) => ({ value, label: t(`tone.${value}`) })),
    commented: (['true', 'false'] as const).map((value) => ({ value, label: t(`commented.${value}`) })),
    location: members(inUse(locations, search.location)), team: members(inUse(teams, search.team)), staff: members(staff), touchpoint: members(inUse(touchpoints, search.touchpoint)),
    queue: members(inUse(queues, search.queue).map((queue) => ({ id: queue.id, name: named('queue', queue) }))),
    channel: [...channels.map((value) => ({ value, label: t(`channel.${value}`) })), { value: 'none', label: t('filter.none') }],
    road: roads.map((value) => ({ value, label: t(`road.${value}`) })),
    language: (survey?.languages ?? ['pl', 'ru', 'en']).map((value) => ({ value, label: languageOf(value) })),
    tag: inUse(tags, search.tag).map(({ id, name }) => ({ value: id, label: name })),
    state: states.map((value) => ({ value, label: t(`state.${value}`) })),
    solved: solvedStates.map((value) => ({ value, label: t(`solved.${value}`) })),
    invalid: [{ value: 'true', label: t('invalid.only') }],
  }
}
