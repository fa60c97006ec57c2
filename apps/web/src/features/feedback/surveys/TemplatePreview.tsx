import { pagesOf, pickLanguage, readForm, type SurveyDefinition, type Values } from '@kontuar/survey'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { PreviewFrame } from '../build/preview/PreviewFrame.tsx'
import { usePreview } from '../build/preview/use-preview.ts'
import classes from './new-survey.module.css'

/** A survey to be gone through before it is chosen, in the reader's language where it speaks it. */
export function TemplatePreview({ definition }: { definition: SurveyDefinition }) {
  const { t } = useTranslation('feedback')
  const [state, setState] = useState<{ values: Values; page: number; part: 'page' | 'thanks' }>({ values: {}, page: 0, part: 'page' })
  const preview = usePreview({ definition, language: pickLanguage(definition, [currentLocale()]), ...state })
  const next = (form: URLSearchParams) => {
    if (state.part === 'thanks') return setState({ values: {}, page: 0, part: 'page' })
    const values = { ...state.values, ...readForm(pagesOf(definition, state.values)[state.page] ?? [], form).values }
    setState(state.page + 1 < pagesOf(definition, values).length ? { values, page: state.page + 1, part: 'page' } : { values, page: 0, part: 'thanks' })
  }
  if (preview.isError) return <Problem error={preview.error} retry={() => void preview.refetch()} />
  return (
    <section className={classes.preview} aria-label={t('tryIt')}>
      <p className={classes.try}>{state.part === 'thanks' || state.page > 0 ? <button type="button" className={classes.again} onClick={() => setState({ values: {}, page: 0, part: 'page' })}>{t('fromTheStart')}</button> : t('tryIt')}</p>
      <PreviewFrame html={preview.data?.html ?? ''} device="phone" submit={next} stale={preview.isPlaceholderData} />
    </section>
  )
}
