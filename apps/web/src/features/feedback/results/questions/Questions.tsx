import type { QuestionResult } from '@kontuar/contracts'
import { scaleOf } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { Chart } from '../Chart.tsx'
import { boundsOf, meanText } from '../figure-words.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { IntervalBand } from '../IntervalBand.tsx'
import { useResultsPlace } from '../results-context.ts'
import { RowsLink } from '../RowsLink.tsx'
import { useFigureWords } from '../use-figure-words.ts'
import { Matrix } from './Matrix.tsx'
import { OptionBars } from './OptionBars.tsx'
import { ScaleColumns } from './ScaleColumns.tsx'
import classes from './questions.module.css'

/** The counted one first is what the survey's figure is made of. */
export function Questions({ questions }: { questions: readonly QuestionResult[] }) {
  const primary = questions.find(({ figure }) => figure !== null)?.id
  return <div className={classes.questions}>{questions.map((question) => <Question key={question.id} question={question} primary={question.id === primary} />)}</div>
}

function Question({ question, primary }: { question: QuestionResult; primary: boolean }) {
  const { t } = useTranslation('results')
  const words = useFigureWords()
  const { survey } = useResultsPlace()
  const asked = survey.draft.questions.find(({ id }) => id === question.id)
  const scale = question.distribution.length > 0 && question.distribution.every(({ value }) => /^\d{1,2}$/.test(value)) && (asked === undefined || scaleOf(asked) !== null)
  const written = question.type === 'text' || question.type === 'file'
  const beside = <span className={classes.n}>{question.hidden || question.n === 0 ? t('n', { count: question.n }) : <RowsLink more={{ question: question.id }} label={t('rows.question', { count: question.n })}>{t('n', { count: question.n })}</RowsLink>}</span>
  const table = scale || question.distribution.length > 0 ? <OptionBars question={question} bare /> : undefined
  return (
    <Chart level={3} title={question.title} beside={beside} {...(scale && !question.hidden && { table })}>
      {question.figure?.shown && question.figure.value !== null && question.figure.interval !== null && !primary && (
        <div className={classes.figure}>
          <span><b>{t(`metric.short.${question.figure.metric}`)} {words.value(question.figure)}</b> <span className={classes.margin}>{words.margin(question.figure)}</span></span>
          <IntervalBand small value={question.figure.value} interval={question.figure.interval} bounds={boundsOf(question.figure.metric)} label={t('intervalWords', { range: words.range(question.figure.metric, question.figure.interval) })} />
          {question.mean !== null && <span className={classes.margin}>{t('mean', { value: meanText(question.mean, currentLocale()) })}</span>}
        </div>
      )}
      {question.hidden ? <p className={classes.note}>{t('hiddenQuestion')}</p>
        : question.n === 0 ? <p className={classes.note}>{t('noneAnswered')}</p>
        : written ? <p className={classes.note}><RowsLink more={{ question: question.id }}>{question.type === 'text' ? t('read', { count: question.n }) : t('files', { count: question.n })}</RowsLink></p>
        : question.rows !== null ? <Matrix question={question} />
        : scale ? <ScaleColumns question={question} asked={asked} primary={primary} />
        : <OptionBars question={question} />}
    </Chart>
  )
}
