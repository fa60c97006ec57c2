// One answer and, beside it, what was said and done before it: the place where a low score is understood and acted on.
import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconArrowLeft, IconMessageCircleOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { isGone } from '../../../../api/problem.ts'
import { loadWords } from '../../../../i18n/i18n.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { RelativeTime } from '../../../../ui/RelativeTime.tsx'
import { useShortcuts } from '../../../../ui/Shortcuts.tsx'
import { PageSkeleton } from '../../../../ui/Skeletons.tsx'
import { useTitle } from '../../../../ui/use-title.ts'
import { answerQuery } from '../answer-search.ts'
import { knownAnswers } from '../list/open-answers.ts'
import { RoadName } from '../marks/RoadName.tsx'
import { scoreText } from '../marks/score-text.ts'
import { useToday } from '../use-today.ts'
import { answerQueryOf } from './answer-query.ts'
import { BeforeAnswer } from './before/BeforeAnswer.tsx'
import { CallBack } from './CallBack.tsx'
import { Counting } from './Counting.tsx'
import { Facts } from './Facts.tsx'
import { Said } from './Said.tsx'
import { AnswerTags } from './AnswerTags.tsx'
import classes from './answer-page.module.css'

const LoopsOf = lazy(async () => ({ default: (await Promise.all([import('../../../recovery/index.ts'), loadWords('recovery')]))[0].LoopsOf }))

const here = getRouteApi('/workspace/feedback/answers/$answerId')

export function AnswerPage() {
  const { t } = useTranslation('answers')
  const { t: tCommon } = useTranslation()
  const { answerId } = here.useParams()
  const search = here.useSearch()
  const navigate = useNavigate()
  const router = useRouter()
  const me = useMe().staff.id
  const list = knownAnswers(me, answerQuery(search, useToday()))
  const [taken, setTaken] = useState<string | null>(null)
  const { data: answer, error, refetch } = useQuery(answerQueryOf(answerId))
  const name = answer?.customer?.name || (answer?.anonymous ? t('one.anonymous') : t('one.unnamed'))
  useTitle(answer ? t('one.title', { score: scoreText(answer) ?? '–', name }) : '')

  const back = () => {
    const { survey, ...filters } = search
    if (list && survey !== undefined) return void navigate({ to: '/feedback/surveys/$surveyId/answers', params: { surveyId: survey }, search: { ...filters, selected: answerId } })
    if (list) return void navigate({ to: '/feedback/answers', search: { ...search, selected: answerId } })
    return router.history.canGoBack() ? router.history.back() : void navigate({ to: '/feedback/answers' })
  }
  const go = (step: 1 | -1) => {
    const next = list && list.indexOf(answerId) >= 0 ? list.neighbour(answerId, step) : undefined
    if (next) void navigate({ to: '/feedback/answers/$answerId', params: { answerId: next.id }, search, replace: true })
  }
  useShortcuts(t('keys.answer'), [
    { keys: 'escape', label: tCommon('action.back'), run: back },
    ...(list ? [{ keys: 'j', label: t('keys.next'), run: () => go(1) }, { keys: 'k', label: t('keys.previous'), run: () => go(-1) }] : []),
  ])
  if (!answer) {
    if (error && isGone(error)) return <EmptyState heading icon={<IconMessageCircleOff size={22} stroke={1.5} />} title={t('one.gone')} text={t('one.goneText')} action={<Link to="/feedback/answers">{t('one.all')}</Link>} />
    return error ? <div className={classes.problem}><Problem error={error} retry={() => void refetch()} /></div> : <><VisuallyHidden component="h1">{t('keys.answer')}</VisuallyHidden><PageSkeleton /></>
  }
  return (
    <article className={classes.page} aria-label={name}>
      <header className={classes.head}>
        <ActionIcon aria-label={tCommon('action.back')} onClick={back}><IconArrowLeft size={18} stroke={1.5} /></ActionIcon>
        <div className={classes.who}>
          <h1 className={classes.name}>{answer.customer ? <Link to="/customers/$customerId" params={{ customerId: answer.customer.id }}>{name}</Link> : name}</h1>
          <p className={classes.about}>
            <Link to="/feedback/surveys/$surveyId/results" params={{ surveyId: answer.surveyId }}>{answer.surveyName}</Link>
            <RoadName road={answer.road} />
            <RelativeTime at={answer.at} />
            {answer.state === 'partial' && <span>{t('state.partial')}</span>}
            {answer.ticket && <Link to="/tickets/$ticketId" params={{ ticketId: answer.ticket.id }} search={{}} className={classes.ticket}>#{answer.ticket.number} {answer.ticket.subject}</Link>}
          </p>
        </div>
      </header>
      <div className={classes.columns} key={answer.id}>
        <section className={classes.said} aria-labelledby="answer-said">
          <VisuallyHidden component="h2" id="answer-said">{t('one.said')}</VisuallyHidden>
          {answer.invalid && <Counting answer={answer} banner={taken === answer.id ? 'fresh' : 'known'} />}
          <Said answer={answer} />
          <CallBack answer={answer} />
          <Suspense fallback={null}><div className={classes.loops}><LoopsOf kind="answer" id={answer.id} loops={answer.tone === 'low' && answer.customer !== null} /></div></Suspense>
          <AnswerTags answer={answer} />
          <Facts answer={answer} />
          {!answer.invalid && <Counting answer={answer} taken={() => setTaken(answer.id)} />}
        </section>
        <BeforeAnswer answer={answer} />
      </div>
    </article>
  )
}
