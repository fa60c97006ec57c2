import { previewReport } from '@kontuar/contracts'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { lackOf } from '../../numbers/index.ts'
import { FilledBlocks } from '../view/FilledBlocks.tsx'
import { Words } from '../view/Words.tsx'
import { bodyOf, lackOfBlock, type Draft } from './draft.ts'
import { useScopeChoices } from './use-scope-choices.ts'
import classes from './edit.module.css'

/** As long as somebody types nothing is asked. */
const pause = 600

/** The report as it would be now, for one of those it is about. What is not finished is left out until it is. */
export function Preview({ draft, reportId }: { draft: Draft; reportId: string | null }) {
  const { t } = useTranslation('reports')
  const { personal } = draft.definition
  const choices = useScopeChoices(personal)
  const [wished, setWished] = useState<string | null>(null)
  const scope = choices.some(({ value }) => value === wished) ? wished : (choices[0]?.value ?? null)
  const { definition: whole, comment } = bodyOf(draft)
  const blocks = whole.blocks.filter((block) => lackOfBlock(block, lackOf) === null)
  const body = { definition: { ...whole, title: whole.title || t('new'), blocks }, comment, ...(scope !== null && personal !== 'nobody' && { for: scope }) }
  const [asked] = useDebouncedValue(JSON.stringify(body), pause)
  const preview = useQuery({ queryKey: queryKeys.reportPreview({ reportId, asked }), queryFn: ({ signal }) => api(previewReport, { body: JSON.parse(asked) as typeof body, signal }), enabled: (JSON.parse(asked) as typeof body).definition.blocks.length > 0, placeholderData: keepPreviousData, staleTime: 60_000 })
  return (
    <div className={classes.preview}>
      <div className={classes.previewHead}>
        <h2>{t('preview')}</h2>
        {personal !== 'nobody' && <Select size="xs" aria-label={t(`bar.${personal}`)} searchable allowDeselect={false} data={choices} value={scope} onChange={setWished} nothingFoundMessage={t('bar.nothing')} placeholder={t('bar.nothing')} />}
      </div>
      {preview.isError && <Problem error={preview.error} text={preview.error instanceof ApiProblem ? preview.error.detail : undefined} retry={() => void preview.refetch()} />}
      {blocks.length === 0 ? <p className={classes.soft}>{t('preview.empty')}</p> : preview.isPending ? <RowSkeletons rows={5} height={90} /> : preview.data && (
        // Looked at, not used: a number opens its rows on the page of the report.
        <div inert data-old={preview.isPlaceholderData || undefined} className={classes.paper}>
          <p className={classes.paperTitle}>{preview.data.title}</p>
          <p className={classes.soft}>{[preview.data.scopeName, preview.data.periodName, preview.data.organizationName].filter(Boolean).join(' · ')}</p>
          {preview.data.comment !== '' && <Words text={preview.data.comment} />}
          <Suspense fallback={<RowSkeletons rows={5} height={90} />}><FilledBlocks report={preview.data} definition={whole} /></Suspense>
        </div>
      )}
    </div>
  )
}
