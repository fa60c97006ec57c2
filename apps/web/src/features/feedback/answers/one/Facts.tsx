import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQueues, useReasons } from '../../../../api/desk.ts'
import { shownName, useNamed } from '../../../../ui/ready-made.ts'
import { languageOf, useChannelName } from '../filter/use-filter-words.ts'
import type { Answer } from './Said.tsx'
import classes from './parts.module.css'

/** Where, by whom and by which road, as it was then. */
export function Facts({ answer }: { answer: Answer }) {
  const { t } = useTranslation('answers')
  const { t: tCommon } = useTranslation()
  const named = useNamed()
  const channel = useChannelName()
  const reason = useReasons().find(({ id }) => id === answer.reasonId)
  // As it was then, in the reader's words where it is still a ready-made one.
  const queue = useQueues().find(({ id }) => id === answer.queue?.id)
  const facts: [string, string | number | null | undefined][] = [
    [t('filter.location'), answer.location?.name], [t('filter.staff'), answer.staff?.name], [t('filter.team'), answer.team?.name], [t('filter.queue'), answer.queue && named('queue', queue ?? answer.queue)],
    [t('one.reason'), reason && shownName(tCommon, 'reason', reason)], [t('filter.channel'), answer.channel && channel(answer.channel)],
    [t('filter.touchpoint'), answer.touchpoint?.name], [t('one.place'), answer.place || null], [t('road.kiosk'), answer.kiosk?.name],
    [t('filter.language'), languageOf(answer.language)], [t('one.version'), answer.version],
  ]
  return (
    <section className={classes.part} aria-labelledby="answer-facts">
      <h2 id="answer-facts" className={classes.title}>{t('one.facts')}</h2>
      <dl className={classes.facts}>
        {facts.filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
        {answer.customer && <div><dt>{t('one.others')}</dt><dd><Link to="/feedback/answers" search={{ customer: answer.customer.id }}>{t('one.othersOf')}</Link></dd></div>}
      </dl>
      {answer.imported && <p className={classes.note}>{t('one.imported')}</p>}
    </section>
  )
}
