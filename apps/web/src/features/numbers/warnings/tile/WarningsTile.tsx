// The three warnings to be looked at first, each with one act: somebody takes it on.
import { warningKinds, type Warning } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowRight, IconChecklist, IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan, useMe } from '../../../../api/me.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { problemText } from '../../../../ui/problem-text.ts'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { showNotice } from '../../../../ui/undo.ts'
import { Scroller } from '../../../../ui/Scroller.tsx'
import { openWarningsQuery, warningSettingsQuery } from '../data/warning-queries.ts'
import { useWarningActs } from '../data/use-warning-acts.ts'
import { isSlow } from '../words/said.ts'
import { nextNoon } from '../words/snooze-until.ts'
import { byUrgency } from '../words/urgency.ts'
import { firstAdvice, useTaskTitle } from '../words/use-task-title.ts'
import { useWarningWords } from '../words/use-warning-words.ts'
import classes from './tile.module.css'

const most = 3

export function WarningsTile() {
  const { t } = useTranslation('warnings')
  const { data, error, isPending, refetch } = useQuery(openWarningsQuery)
  if (isPending) return <RowSkeletons rows={most} height={52} />
  if (error) return <Problem error={error} retry={() => void refetch()} />
  // Taken back or put off a moment ago, and not yet asked again.
  const open = data.items.filter(({ state }) => state === 'open').toSorted(byUrgency)
  if (open.length === 0) return <Calm />
  return (
    <Scroller label={t('title')} className={classes.scroller} landmark>
      <ul className={classes.list}>{open.slice(0, most).map((warning) => <One key={warning.id} warning={warning} />)}</ul>
      {open.length > most && <Link to="/numbers/warnings" search={{}} className={classes.all}>{t('tile.all', { count: open.length })}</Link>}
    </Scroller>
  )
}

/** No news is good news only where it is said what is looked for. */
function Calm() {
  const { t } = useTranslation('warnings')
  const { data: settings } = useQuery(warningSettingsQuery)
  const watched = warningKinds.filter((kind) => kind !== 'sums-healed' && settings?.kinds[kind]?.on !== false)
  return (
    <Scroller label={t('title')} className={classes.scroller} landmark>
      <p className={classes.none}><IconCircleCheck size={18} stroke={1.5} aria-hidden /> {t('tile.none')} <Link to="/numbers/warnings" search={{}}>{t('tile.watched')}</Link></p>
      {settings && watched.length > 0 && <ul className={classes.watched}>{watched.map((kind) => <li key={kind}>{t(`watch.${kind}`)}</li>)}</ul>}
    </Scroller>
  )
}

function One({ warning }: { warning: Warning }) {
  const { t } = useTranslation('warnings')
  const { t: tCommon } = useTranslation()
  const { staff: me, organization: { timeZone } } = useMe()
  const words = useWarningWords()
  const acts = useWarningActs()
  const taskTitle = useTaskTitle()
  const taking = useMutation({ mutationFn: () => acts.addTask(warning, { title: taskTitle(warning), ownerId: me.id, dueAt: nextNoon(new Date(), timeZone).toISOString() }), onError: (error) => showNotice({ message: problemText(error, tCommon), tone: 'failed' }) })
  const title = words.titleOf(warning)
  const decides = useCan('insight.manage')
  const advice = firstAdvice(warning)
  return (
    <li className={classes.warning}>
      <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
      <div className={classes.words}>
        <p className={classes.what}><Link to="/numbers/warnings/$warningId" params={{ warningId: warning.id }}>{words.whatOf(warning)}</Link></p>
        <p className={classes.more}>{[words.placeOf(warning), words.comparedOf(warning)?.replace(/\.$/, ''), isSlow(warning) ? t('slow.short').replace(/\.$/, '') : null, t('since', { when: words.when(warning.beganAt) })].filter(Boolean).join('\u00a0· ')}</p>
        {advice !== undefined && <p className={classes.advice}><IconArrowRight size={14} stroke={1.5} aria-hidden /> {t(`advice.${advice}`)}</p>}
      </div>
      {warning.taskId !== null
        ? <Link to="/tasks" search={{ show: 'everybody', task: warning.taskId }} className={classes.task}><IconChecklist size={16} stroke={1.5} aria-hidden /> {t('task.there')}</Link>
        : decides && <Button size="compact-xs" variant="default" aria-label={t('task.mineOf', { title })} aria-disabled={taking.isPending} onClick={() => { if (!taking.isPending) taking.mutate() }}>{t('task.mine')}</Button>}
    </li>
  )
}
