import { useTranslation } from 'react-i18next'
import classes from './said.module.css'

/** The scale as it was seen, the chosen point filled and larger. */
export function ScaleLine({ value, scale: { min, max } }: { value: number; scale: { min: number; max: number } }) {
  const { t } = useTranslation('answers')
  return (
    <span className={classes.scale} role="img" aria-label={t('one.onScale', { value, min, max })}>
      {Array.from({ length: max - min + 1 }, (_, index) => min + index).map((point) => <span key={point} className={classes.point} data-chosen={point === value || undefined}>{point}</span>)}
    </span>
  )
}
