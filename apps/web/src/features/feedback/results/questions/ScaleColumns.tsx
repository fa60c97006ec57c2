import type { QuestionResult } from '@kontuar/contracts'
import { toneOf, type Question } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { tones } from '../../answers/answer-search.ts'
import { countText, percent, sharesFrom } from '../figure-words.ts'
import { RowsLink } from '../RowsLink.tsx'
import classes from './scale.module.css'

/**
 * A column for each point of the scale, low ones hatched, middling ones outlined, high ones filled, and each group in words below: the
 * pattern says what the colour says. From zero, with the share above each.
 */
export function ScaleColumns({ question, asked, primary }: { question: QuestionResult; asked: Question | undefined; primary: boolean }) {
  const { t } = useTranslation('results')
  const { t: tAnswers } = useTranslation('answers')
  const locale = currentLocale()
  const judged = asked ?? { id: question.id, type: question.type as Question['type'], title: {}, points: question.distribution.length }
  const points = question.distribution.map((share) => ({ ...share, tone: toneOf(judged, Number(share.value)) }))
  const enough = question.n >= sharesFrom
  const most = Math.max(...points.map(({ n }) => n), 1)
  const groups = tones.map((tone) => {
    const of = points.filter((point) => point.tone === tone)
    const n = of.reduce((sum, point) => sum + point.n, 0)
    return { tone, n, share: question.n === 0 ? 0 : n / question.n, ends: of.length === 0 ? '' : of.length === 1 ? of[0]!.value : `${of[0]!.value}–${of.at(-1)!.value}` }
  }).filter(({ ends }) => ends !== '')
  return (
    <div className={classes.scale}>
      <ol className={classes.columns} data-many={points.length > 7 || undefined}>
        {points.map(({ value, n, share, tone }) => (
          <li key={value}>
            <RowsLink more={{ question: question.id, value }} className={classes.column} label={t('rows.point', { value, count: n, share: percent(share ?? 0, locale) })}>
              <span className={classes.room}>
                <span className={classes.share}>{n === 0 ? '' : enough ? percent(share ?? 0, locale) : countText(n, locale)}</span>
                {n > 0 && <span className={classes.bar} data-tone={tone ?? undefined} style={{ height: `${(n / most) * 100}%` }} />}
              </span>
              <span className={classes.point}>{value}</span>
            </RowsLink>
          </li>
        ))}
      </ol>
      <ul className={classes.groups}>
        {groups.map(({ tone, n, share, ends }) => (
          <li key={tone}>
            <span className={classes.swatch} data-tone={tone} aria-hidden />
            <span>{tAnswers(`tones.${tone}`)} ({ends})</span>
            {enough && <b>{percent(share, locale)}</b>}
            {primary && n > 0 ? <RowsLink more={{ tone }} label={t('rows.all', { count: n })}>{countText(n, locale)}</RowsLink> : <span>{countText(n, locale)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
