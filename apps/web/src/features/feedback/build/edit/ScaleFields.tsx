import { SegmentedControl, Switch } from '@mantine/core'
import { endWords, limits, metricOf, pointsOf, scaleOf, type Question } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import { rangeOf } from '../condition/asks.ts'
import { WordsField } from './WordsField.tsx'
import classes from './edit.module.css'

interface Props { question: Question; put: (next: Partial<Question>, what?: string) => void; path: (string | number)[] }

/** How many points, which way it runs, what stands at its ends, and what is counted as good. */
export function ScaleFields({ question, put, path }: Props) {
  const { t } = useTranslation('surveys')
  const { definition, language } = useBuilder()
  const { type, reversed = false, endLabels = { low: {}, high: {} } } = question
  const scale = scaleOf(question)!
  const choices = [...(pointsOf[type] ?? [])].sort((one, other) => one - other)
  const [metric, high] = [metricOf(question), rangeOf(question, 'high')]
  const usual = endWords({ ...question, endLabels: undefined } as never, language, definition.defaultLanguage)
  const ends = (next: Partial<typeof endLabels>, what: string) => put({ endLabels: { ...endLabels, ...next } }, what)
  return (
    <section className={classes.section} aria-label={t('scale.title')}>
      {choices.length > 1 && (
        <div>
          <p className={classes.label} id={`${question.id}-points`}>{t('scale.points')}</p>
          <SegmentedControl aria-labelledby={`${question.id}-points`} data={choices.map((each) => ({ value: String(each), label: type === 'csat' || type === 'ces' ? `1–${each}` : String(each) }))} value={String(scale.max)} onChange={(value) => put({ points: Number(value) })} />
        </div>
      )}
      <div className={classes.pair}>
        <WordsField label={t('scale.low', { point: scale.min })} texts={endLabels.low} change={(low) => ends({ low }, 'low')} maxLength={limits.endLabel} path={[...path, 'endLabels', 'low']} single placeholder={usual?.low ?? ''} />
        <WordsField label={t('scale.high', { point: scale.max })} texts={endLabels.high} change={(end) => ends({ high: end }, 'high')} maxLength={limits.endLabel} path={[...path, 'endLabels', 'high']} single placeholder={usual?.high ?? ''} />
      </div>
      {type === 'ces' && <Switch label={t('scale.reversed')} description={t('scale.reversedHint')} checked={reversed} onChange={(event) => put({ reversed: event.currentTarget.checked })} />}
      {metric && high && <p className={classes.note}>{t(`scale.counts.${metric}`, { from: high[0], to: high[1] })}</p>}
    </section>
  )
}
