import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AnswerSearch } from '../answers/answer-search.ts'
import { useResultsPlace } from './results-context.ts'
import classes from './results.module.css'

/** `label` is said besides the number, on hover and to those who listen: what is seen stays its name (WCAG 2.5.3). */
interface Given { /** What the number counts besides the filters of the screen. */ more?: Partial<AnswerSearch> | undefined; className?: string | undefined; label?: string | undefined; children: ReactNode }

/** A number that opens the rows it counted. */
export function RowsLink({ more, className = classes.rows, label, children }: Given) {
  const { survey, behind } = useResultsPlace()
  return <Link to="/feedback/surveys/$surveyId/answers" params={{ surveyId: survey.id }} search={behind(more)} preload={false} className={className} title={label}>{children}</Link>
}
