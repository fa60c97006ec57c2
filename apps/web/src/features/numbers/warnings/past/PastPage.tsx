import { changeWarningSettings, type WarningSettings } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useCan } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../../ui/Skeletons.tsx'
import { showNotice } from '../../../../ui/undo.ts'
import { replayQuery, warningSettingsQuery } from '../data/warning-queries.ts'
import { WarningsFrame } from '../list/WarningsFrame.tsx'
import { Checks } from './Checks.tsx'
import { sameSettings } from './draft.ts'
import { Replayed } from './Replayed.tsx'
import { Sensitivity } from './Sensitivity.tsx'
import classes from './past.module.css'

const here = getRouteApi('/workspace/numbers/warnings/past')
/** A slider that is being drawn is not asked about at every step. */
const settlesAfter = 250

export function PastPage() {
  const { t } = useTranslation('warnings')
  const { data: settings, error, refetch } = useQuery(warningSettingsQuery)
  return (
    <WarningsFrame>
      <h2 className={classes.title}>{t('past.title')}</h2>
      <p className={classes.lead}>{t('past.lead')}</p>
      {settings ? <Trying saved={settings} /> : error ? <Problem error={error} retry={() => void refetch()} /> : <FormSkeleton fields={3} />}
    </WarningsFrame>
  )
}

/** Settings are tried on the past first; saved only when they please. */
function Trying({ saved }: { saved: WarningSettings }) {
  const { t } = useTranslation('warnings')
  const { months = 6 } = here.useSearch()
  const queries = useQueryClient()
  const mayChange = useCan('insight.manage')
  const [tried, setTried] = useState<WarningSettings | null>(null)
  const draft = tried ?? saved
  const dirty = !sameSettings(draft, saved)
  const [settled] = useDebouncedValue(draft, settlesAfter)
  const replay = useQuery(replayQuery(months, settled))
  const now = useQuery(replayQuery(months, saved))
  const put = (next: WarningSettings) => { queries.setQueryData(queryKeys.warnings.settings, next); setTried(null) }
  const saving = useMutation({
    mutationFn: (body: WarningSettings) => api(changeWarningSettings, { body }),
    onSuccess: (next) => {
      put(next)
      showNotice({ message: t('saved'), undo: async () => { put(await api(changeWarningSettings, { body: saved })) } })
    },
  })
  const waits = replay.isPlaceholderData || settled !== draft
  const change = (part: Partial<WarningSettings>) => { saving.reset(); setTried({ ...draft, ...part }) }
  return (
    <form
      onSubmit={(event) => { event.preventDefault(); if (dirty && mayChange && !saving.isPending) saving.mutate(draft) }}
      onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); event.currentTarget.requestSubmit() } }}
    >
      <Sensitivity draft={draft} change={change} months={months} replay={replay} waits={waits} before={dirty && now.data && !now.isPlaceholderData ? now.data.items.length : null} />
      <Checks draft={draft} change={change} checks={replay.data?.checks ?? null} waits={waits} />
      {dirty && (
        <div className={classes.bar}>
          {saving.isError && <Problem error={saving.error} />}
          {mayChange ? <Button type="submit" aria-disabled={saving.isPending}>{t('save')}</Button> : <span className={classes.soft}>{t('onlyManagers')}</span>}
          <Button variant="subtle" color="gray" onClick={() => { saving.reset(); setTried(null) }}>{t('back')}</Button>
        </div>
      )}
      <Replayed replay={replay.data ?? null} waits={waits} />
    </form>
  )
}
