import type { SurveyAnswer } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTags } from '../../../../api/desk.ts'
import { RelativeTime } from '../../../../ui/RelativeTime.tsx'
import { TagMark } from '../../../../ui/colour/TagMark.tsx'
import type { AnswerSearch } from '../answer-search.ts'
import { RoadName } from '../marks/RoadName.tsx'
import { scoreText } from '../marks/score-text.ts'
import { ToneMark } from '../marks/ToneMark.tsx'
import classes from './answer-row.module.css'

interface Given { answer: SurveyAnswer; search: AnswerSearch; current: boolean; tabbable: boolean; /** Named where answers of several surveys stand together. */ withSurvey: boolean }

/** One answer: how good, in whose words, of whom and where. */
export const AnswerRow = memo(function AnswerRow({ answer, search, current, tabbable, withSurvey }: Given) {
  const { t } = useTranslation('answers')
  const tags = useTags()
  const score = scoreText(answer)
  const where = [answer.location?.name, answer.staff?.name].filter((name) => name !== undefined)
  const given = answer.tagIds.flatMap((id) => tags.find((tag) => tag.id === id) ?? [])
  return (
    <Link to="/feedback/answers/$answerId" params={{ answerId: answer.id }} search={search} preload={false} className={classes.row} data-answer={answer.id} data-cursor={current || undefined} data-tone={answer.tone ?? undefined} tabIndex={tabbable ? 0 : -1}>
      <span className={classes.score}>
        <b className={classes.figure}>{score ?? '–'}</b>
        {answer.tone !== null && <ToneMark tone={answer.tone} />}
      </span>
      <span className={classes.words}>
        {answer.comment === null ? <span className={classes.silent}>{t('row.noComment')}</span> : <span className={classes.comment} dir="auto">{answer.comment}</span>}
        <span className={classes.facts}>
          {withSurvey && <span className={classes.survey}>{answer.surveyName}</span>}
          <RoadName road={answer.road} />
          {answer.state === 'partial' && <span>{t('state.partial')}</span>}
          {answer.invalid !== null && <span className={classes.invalid}>{t('invalid.mark')}</span>}
          {given.slice(0, 3).map(({ id, name, colour }) => <TagMark key={id} name={name} colour={colour} />)}
        </span>
      </span>
      <span className={classes.who}>{answer.customer?.name || <span className={classes.silent}>{answer.anonymous ? t('anonymous') : answer.customer ? t('nameless') : t('unknown')}</span>}</span>
      <span className={classes.where}>{where.map((name) => <span key={name} title={name}>{name}</span>)}</span>
      <RelativeTime at={answer.at} className={classes.time} />
    </Link>
  )
})
