import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { problemText } from '../../../ui/problem-text.ts'
import { surveyQuery } from '../surveys/survey-queries.ts'
import { useBuilder } from './builder-context.ts'
import type { useDraft } from './draft/use-draft.ts'
import classes from './build.module.css'

/** Somebody else has saved while one was writing. Neither is lost: a person chooses, and the other can be brought back by undo. */
export function ConflictBanner({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const { t } = useTranslation('surveys')
  const { t: everywhere } = useTranslation()
  const { survey } = useBuilder()
  const queries = useQueryClient()
  const solve = useMutation({
    mutationFn: async (way: 'mine' | 'theirs') => {
      const theirs = await queries.fetchQuery({ ...surveyQuery(survey.id), staleTime: 0 })
      if (way === 'theirs') draft.takeTheirs(theirs)
      else await draft.insist(theirs)
    },
  })
  return (
    <div className={classes.conflict} role="alert">
      <IconUsers size={18} stroke={1.5} aria-hidden />
      <p>{solve.isError ? problemText(solve.error, everywhere) : t('conflict.text')}</p>
      <Button variant="default" size="compact-sm" onClick={() => solve.mutate('theirs')}>{t('conflict.theirs')}</Button>
      <Button variant="default" size="compact-sm" onClick={() => solve.mutate('mine')}>{t('conflict.mine')}</Button>
    </div>
  )
}
