import { changeSurvey, createSurvey, moveSurvey, type Survey } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import { keepSurvey } from './survey-queries.ts'

type Next = 'active' | 'paused' | 'ended'

/** What is done with a survey as a whole, each with its way back where there is one. */
export function useSurveyActs() {
  const { t } = useTranslation('feedback')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const failed = (error: unknown) => showNotice({ message: problemText(error, tCommon), tone: 'failed' })

  async function move(survey: Survey, state: Next): Promise<void> {
    try {
      keepSurvey(queries, await api(moveSurvey, { params: { id: survey.id }, body: { state } }))
      const before = survey.state
      showNotice({ message: t(`moved.${state}`, { name: survey.name }), ...(before === 'draft' ? {} : { undo: () => move({ ...survey, state }, before) }) })
    } catch (error) {
      // The two reasons that stand against it, in the reader's language.
      if (error instanceof ApiProblem && error.code === 'cannot-do' && state === 'active') {
        const ended = survey.endsAt !== null && Date.parse(survey.endsAt) <= Date.now()
        if (survey.retired || ended) return void showNotice({ message: t(survey.retired ? 'refused.retired' : 'refused.ended', { name: survey.name }), tone: 'failed' })
      }
      failed(error)
    }
  }
  async function retire(survey: Survey, retired: boolean): Promise<void> {
    try {
      keepSurvey(queries, await api(changeSurvey, { params: { id: survey.id }, body: { retired } }))
      showNotice({ message: retired ? t('retiredOne', { name: survey.name }) : t('broughtBack', { name: survey.name }), undo: () => retire(survey, !retired) })
    } catch (error) {
      failed(error)
    }
  }
  async function copy(survey: Survey): Promise<void> {
    try {
      const made = await api(createSurvey, { body: { copyOf: survey.id, name: t('copyOf', { name: survey.name }).slice(0, 200) } })
      keepSurvey(queries, made)
      await navigate({ to: '/feedback/surveys/$surveyId/build', params: { surveyId: made.id } })
    } catch (error) {
      failed(error)
    }
  }
  return { move, retire, copy }
}
