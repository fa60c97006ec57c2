import { getAlert, type AlertStory } from '@kontuar/contracts'
import { ActionIcon } from '@mantine/core'
import { IconArrowLeft, IconChecklist, IconPhone, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { isGone } from '../../api/problem.ts'
import { useReadWhenOpened } from '../notifications/index.ts'
import { AlertActs } from './AlertActs.tsx'
import { PauseRule } from './PauseRule.tsx'
import { Tellings } from './Tellings.tsx'
import { useAlertLanguage } from './use-alert-language.ts'
import classes from './story.module.css'

export function StoryPane({ alertId, leave }: { alertId: string; leave: () => void }) {
  const { t } = useTranslation('alerts')
  const language = useAlertLanguage()
  useReadWhenOpened('alertId', alertId)
  const story = useQuery({ queryKey: queryKeys.alerts.one(alertId, language), queryFn: ({ signal }) => api(getAlert, { params: { id: alertId }, query: { language }, signal }) })
  return (
    <section className={classes.pane} aria-label={t('story')}>
      <div className={classes.bar}>
        <ActionIcon className={classes.back} aria-label={t('toList')} onClick={leave}><IconArrowLeft size={18} stroke={1.5} /></ActionIcon>
        <ActionIcon className={classes.close} aria-label={t('close')} onClick={leave}><IconX size={18} stroke={1.5} /></ActionIcon>
      </div>
      {story.isPending ? <div className={classes.padded}><RowSkeletons rows={5} height={56} /></div>
        : story.isError ? <div className={classes.padded}>{isGone(story.error) ? <EmptyState title={t('gone')} text={t('goneText')} /> : <Problem error={story.error} retry={() => void story.refetch()} />}</div>
          : <Story story={story.data} />}
    </section>
  )
}

/** What was said, why now, what can be done; then what led to it and who was told. */
function Story({ story: { alert, diary, deliveries, task } }: { story: AlertStory }) {
  const { t } = useTranslation('alerts')
  const facts = [
    [t('fact.customer'), alert.customer && <Link key="customer" to="/customers/$customerId" params={{ customerId: alert.customer.id }}>{alert.customer.name}</Link>],
    [t('fact.recovery'), alert.recoveryId && <Link key="recovery" to="/recoveries/$recoveryId" params={{ recoveryId: alert.recoveryId }} search={{}}>{t('toRecovery')}</Link>],
    [t('fact.ticket'), alert.ticket && <Link key="ticket" to="/tickets/$ticketId" params={{ ticketId: alert.ticket.id }}>#{alert.ticket.number} {alert.ticket.subject}</Link>],
    [t('fact.location'), alert.location?.name], [t('fact.queue'), alert.queue?.name], [t('fact.staff'), alert.staff?.name], [t('fact.warning'), alert.warningId && <Link key="warning" to="/numbers/warnings/$warningId" params={{ warningId: alert.warningId }} search={{}}>{t('toWarning')}</Link>], [t('fact.rule'), <Link key="rule" to="/alerts/rules/$ruleId" params={{ ruleId: alert.ruleId }}>{alert.ruleName}</Link>],
  ] as const
  const Task = task?.kind === 'call-back' ? IconPhone : IconChecklist
  return (
    <article className={classes.story}>
      <h1 className={classes.title}>{alert.title}</h1>
      <p className={classes.state}>
        {[alert.urgent ? t('urgent') : null, alert.noData ? t('noData') : null].filter(Boolean).join(' · ')}{(alert.urgent || alert.noData) && ' · '}
        {alert.state === 'open' && t('stateOpen')}
        {alert.state === 'acknowledged' && (alert.acknowledgedByName === null ? t('state.acknowledged') : t('heldBy', { name: alert.acknowledgedByName }))}
        {alert.state === 'resolved' && (alert.resolvedByName === null ? t('overByItself') : t('resolvedBy', { name: alert.resolvedByName, reason: t(`ending.${endingOf(alert.resolvedReason)}`) }))}
      </p>
      {alert.words && (
        <blockquote className={classes.said}>
          <footer>{alert.words.by !== '' && `${alert.words.by} · `}<RelativeTime at={alert.words.at} /></footer>
          <p>{alert.words.text}</p>
        </blockquote>
      )}
      {alert.sentences.length > 0 && <><h2>{t('whyNow')}</h2><p className={classes.why}>{alert.sentences.join(' ')}</p></>}
      <AlertActs alert={alert} />
      {alert.note !== '' && <p className={classes.note}>{alert.note}</p>}
      {task && <p className={classes.task}><Task size={16} stroke={1.5} aria-hidden /> <Link to="/tasks" search={{ show: 'everybody', task: task.id }}>{task.title}</Link> <span>{task.doneAt !== null ? t('taskDone') : task.ownerName ?? t('nobody')}</span></p>}
      <dl className={classes.facts}>{facts.map(([label, value]) => value && <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {diary.length > 0 && (
        <>
          <h2>{t('diary')}</h2>
          <ol className={classes.diary}>
            {diary.map((entry) => (
              <li key={entry.id} data-direction={entry.direction}>
                <span className={classes.meta}>{[t(`kind.${kindOf(entry.kind)}`), entry.by].filter(Boolean).join(' · ')} · <RelativeTime at={entry.at} /></span>
                {entry.excerpt !== '' && <p>{entry.excerpt}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
      <Tellings deliveries={deliveries} />
      <PauseRule alert={alert} />
    </article>
  )
}

const kinds = ['message', 'call', 'visit', 'note', 'rating', 'signal', 'review'] as const
const kindOf = (kind: string) => kinds.find((each) => each === kind) ?? 'message'
const endings = ['handled', 'nothing-to-do', 'false-alarm', 'known', 'over'] as const
const endingOf = (reason: string | null) => endings.find((each) => each === reason) ?? 'handled'
