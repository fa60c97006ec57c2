// The builder: questions on the left, the selected one in the middle, the customer's view on the right. Where there is no room for
// all, one column at a time; what is selected and what is shown stand in the address.
import { VisuallyHidden } from '@mantine/core'
import { checkDefinition } from '@kontuar/survey'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { useTitle } from '../../../ui/use-title.ts'
import { surveyQuery } from '../surveys/survey-queries.ts'
import { BuilderContext, type At } from './builder-context.ts'
import { ConflictBanner } from './ConflictBanner.tsx'
import { EditPane } from './edit/EditPane.tsx'
import { QuestionList } from './list/QuestionList.tsx'
import { createFocusWish, type Where } from './focus-wish.ts'
import { PreviewPane } from './preview/PreviewPane.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useDraft } from './draft/use-draft.ts'
import { useBuilderKeys } from './use-builder-keys.ts'
import classes from './build.module.css'
import type { Survey } from '@kontuar/contracts'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId/build')

export function BuildPage() {
  const { surveyId } = here.useParams()
  // The frame shows this page only when the survey is there.
  const survey = useQuery(surveyQuery(surveyId)).data
  return survey ? <Builder key={survey.id} survey={survey} /> : null
}

function Builder({ survey }: { survey: Survey }) {
  const { t } = useTranslation('surveys')
  const navigate = useNavigate()
  const { at, show } = here.useSearch()
  const draft = useDraft(survey)
  const { definition } = draft
  const [wished, setLanguage] = useState(survey.draft.defaultLanguage)
  const [said, say] = useState('')
  const readOnly = !useCan('feedback.manage')
  useTitle(t('title', { name: survey.name }))
  const checked = useDeferredValue(definition)
  const problems = useMemo(() => checkDefinition(checked), [checked])
  const known = at !== undefined && (at === 'intro' || at === 'thanks' || definition.questions.some(({ id }) => id === at))
  const chosen = known ? at : (definition.questions[0]?.id ?? 'intro')
  // A step from question to question is not a step back in the browser; from the list of a phone into one it is.
  const [focusWish] = useState(() => {
    const made = createFocusWish()
    made.wish(chosen, 'row')
    return made
  })
  const select = (next: At, focus?: Where) => {
    if (focus !== undefined) focusWish.wish(next, focus)
    void navigate({ to: '/feedback/surveys/$surveyId/build', params: { surveyId: survey.id }, search: { at: next }, replace: at !== undefined })
  }
  const language = definition.languages.includes(wished) ? wished : definition.defaultLanguage
  const builder = { survey, definition, change: draft.change, problems, language, setLanguage, at: chosen, select, focusWish, readOnly, say }
  useBuilderKeys(builder, draft)

  return (
    <BuilderContext value={builder}>
      <div className={classes.builder} data-show={show ?? (known ? 'edit' : 'list')}>
        <Toolbar draft={draft} show={show} known={known} />
        {draft.state === 'conflict' && <ConflictBanner draft={draft} />}
        <div className={classes.columns}>
          <div className={classes.list}><QuestionList /></div>
          <div className={classes.edit}><EditPane /></div>
          <div className={classes.preview}><PreviewPane definition={checked} /></div>
        </div>
        <VisuallyHidden role="status">{said}</VisuallyHidden>
      </div>
    </BuilderContext>
  )
}
