import type { RecoveryStory } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { Dues } from '../Dues.tsx'
import type { RecoverySearch } from '../recovery-search.ts'
import { scoreSaid } from '../score-said.ts'
import { StateMark } from '../StateMark.tsx'
import { AddToSet } from '../study/AddToSet.tsx'
import { Diary } from './Diary.tsx'
import { Earlier } from './Earlier.tsx'
import { History } from './History.tsx'
import { Owner } from './Owner.tsx'
import { RecoveryActs } from './RecoveryActs.tsx'
import classes from './story.module.css'

/** What the customer said, whose it is and until when, what can be done; beside it the diary, before the low score and since. */
export function Story({ story: { recovery, diary, earlier, history }, search }: { story: RecoveryStory; search: RecoverySearch }) {
  const { t } = useTranslation('recovery')
  const readsAnswers = useCan('feedback.read')
  const score = scoreSaid(recovery)
  const facts = [
    [t('fact.survey'), readsAnswers ? <Link key="answer" to="/feedback/answers/$answerId" params={{ answerId: recovery.answerId }} search={{}}>{recovery.surveyName || t('fact.answer')}</Link> : recovery.surveyName],
    [t('fact.ticket'), recovery.ticket && <Link key="ticket" to="/tickets/$ticketId" params={{ ticketId: recovery.ticket.id }} search={{}}>#{recovery.ticket.number} {recovery.ticket.subject}</Link>],
    [t('fact.location'), recovery.location?.name], [t('fact.queue'), recovery.queue?.name], [t('fact.team'), recovery.team?.name], [t('fact.staff'), recovery.staff?.name],
    [t('cause'), recovery.cause?.name], [t('remedy'), recovery.remedy],
    [t('fact.closed'), recovery.closedAs && [t(`ending.${recovery.closedAs}`), recovery.closedByName].filter(Boolean).join(', ')],
    [t('fact.asked'), recovery.askedAt && <RelativeTime key="asked" at={recovery.askedAt} />],
    [t('fact.second'), recovery.secondAnswerId && (readsAnswers ? <Link key="second" to="/feedback/answers/$answerId" params={{ answerId: recovery.secondAnswerId }} search={{}}>{saysSolved(recovery.recovered)}</Link> : saysSolved(recovery.recovered))],
    [t('fact.cameBack'), recovery.cameBackAt && <RelativeTime key="back" at={recovery.cameBackAt} />],
  ] as const
  function saysSolved(recovered: boolean | null) {
    return t(recovered === null ? 'second.unclear' : recovered ? 'second.yes' : 'second.no')
  }
  return (
    <article className={classes.story}>
      <h1 className={classes.title}><Link to="/customers/$customerId" params={{ customerId: recovery.customer.id }}>{recovery.customer.name || t('nameless')}</Link></h1>
      <p className={classes.state}><StateMark state={recovery.state} /><span>{t('openedAt')} <RelativeTime at={recovery.openedAt} /></span></p>
      <div className={classes.columns}>
        <div className={classes.about}>
          <blockquote className={classes.said}>
            {score !== null && <p className={classes.score}>{score}</p>}
            <p>{recovery.comment ?? t('noComment')}</p>
          </blockquote>
          <Owner recovery={recovery} />
          <Dues recovery={recovery} />
          <RecoveryActs recovery={recovery} />
          <dl className={classes.facts}>{facts.map(([label, value]) => value && <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
          <Earlier earlier={earlier} search={search} />
          <History history={history} />
          <AddToSet kind="recovery" subjectId={recovery.id} />
        </div>
        <Diary diary={diary} recovery={recovery} />
      </div>
    </article>
  )
}
