import { useTranslation } from 'react-i18next'
import type { PlacedProblem } from './condition-problems.ts'
import classes from './conditions.module.css'

/** What does not hold, at the rule it is about. */
export function Problems({ problems, id }: { problems: readonly PlacedProblem[]; id?: string }) {
  const { t } = useTranslation('conditions')
  if (problems.length === 0) return null
  return (
    <div className={classes.problems} id={id} role="alert">
      {problems.map(({ code, sentence, range }, index) => (
        <p key={index}>{code === undefined ? sentence : t(`problem.${code}`, { min: range?.min ?? '', max: range?.max ?? '' })}</p>
      ))}
    </div>
  )
}
