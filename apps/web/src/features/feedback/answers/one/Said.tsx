import { getAnswerFile, type SurveyAnswerInFull } from '@kontuar/contracts'
import { scaleOf, type Question } from '@kontuar/survey'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { useTranslation } from 'react-i18next'
import { apiPath } from '../../../../api/api.ts'
import { surveyQuery } from '../../surveys/survey-queries.ts'
import { scoreText } from '../marks/score-text.ts'
import { ToneMark } from '../marks/ToneMark.tsx'
import { Comment } from './Comment.tsx'
import { ScaleLine } from './ScaleLine.tsx'
import classes from './said.module.css'

export type Answer = Static<typeof SurveyAnswerInFull>

/** What was answered, question by question, as the version seen asked it. */
export function Said({ answer }: { answer: Answer }) {
  const { t } = useTranslation('answers')
  const questions = useQuery(surveyQuery(answer.surveyId)).data?.draft.questions ?? []
  const score = scoreText(answer)
  // The comment stands with its question; of an anonymous survey that too few answered, nothing stands anywhere.
  const commentAt = answer.comment === null ? undefined : answer.questions.find(({ type, text }) => type === 'text' && text === answer.comment)?.id
  const silent = answer.questions.filter(({ text }) => text === null)
  const nothing = score === null && silent.length === answer.questions.length && answer.comment === null
  return (
    <>
      {score !== null && (
        <p className={classes.score}>
          <b>{score}</b>
          {answer.tone !== null && <ToneMark tone={answer.tone} />}
          {answer.metric !== null && <span className={classes.metric}>{answer.metric.toUpperCase()}</span>}
        </p>
      )}
      {nothing && <p className={classes.nothing}>{answer.anonymous ? t('one.hidden') : t('one.nothing')}</p>}
      {answer.comment !== null && commentAt === undefined && <Comment answer={answer} comment={answer.comment} />}
      <dl className={classes.questions}>
        {answer.questions.filter(({ text }) => text !== null).map(({ id, type, title, text }) => {
          const value = answer.values[id]
          const scale = typeof value === 'number' ? scaleFor(questions.find((each) => each.id === id), type, answer) : null
          return (
            <div key={id} className={classes.question}>
              <dt>{title}</dt>
              <dd>
                {scale !== null && typeof value === 'number' ? <ScaleLine value={value} scale={scale} />
                  : type === 'file' ? <a href={apiPath(getAnswerFile, { id: answer.id, question: id })} download className={classes.file}><IconPaperclip size={14} stroke={1.5} aria-hidden />{text || t('one.file')}</a>
                  : id === commentAt ? <Comment answer={answer} comment={answer.comment!} />
                  : type === 'text' ? <p className={classes.words} dir="auto">{text}</p>
                  : text!.split('; ').map((choice) => <span key={choice} className={classes.choice} dir="auto">{choice}</span>)}
              </dd>
            </div>
          )
        })}
      </dl>
      {silent.length > 0 && !nothing && (
        <details className={classes.silent}>
          <summary>{t('one.unanswered', { count: silent.length })}</summary>
          <ul>{silent.map(({ id, title }) => <li key={id}>{title}</li>)}</ul>
        </details>
      )}
    </>
  )
}

/** Of the question as it is now; a question that is gone keeps the scale its answer was counted on, if it was the counted one. */
function scaleFor(question: Question | undefined, type: string, answer: Answer) {
  if (question?.type === type) return scaleOf(question)
  return type === 'nps' ? { min: 0, max: 10 } : type === 'stars' ? { min: 1, max: 5 } : answer.questions.filter(({ text }) => text !== null && /^\d+$/.test(text)).length === 1 ? answer.scale : null
}
