import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTitle } from '../../../../ui/use-title.ts'
import { surveyQuery } from '../../surveys/survey-queries.ts'
import classes from './roads.module.css'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId')
export const useSurveyId = (): string => here.useParams().surveyId
export const useSurvey = () => useQuery(surveyQuery(useSurveyId())).data

/** One road: what it is for, and what there is of it. */
export function RoadPage({ title, text, action, children }: { title: string; text: string; action?: ReactNode; children: ReactNode }) {
  useTitle(title)
  return (
    <>
      <header className={classes.head}>
        <div>
          <h2>{title}</h2>
          <p>{text}</p>
        </div>
        {action}
      </header>
      {children}
    </>
  )
}
