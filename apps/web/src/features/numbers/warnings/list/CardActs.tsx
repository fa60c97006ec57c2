import type { Warning } from '@kontuar/contracts'
import { Button, Menu } from '@mantine/core'
import { IconChecklist, IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan, useMe } from '../../../../api/me.ts'
import { useNow } from '../../../../ui/use-now.ts'
import { rowsOf, useScreen } from '../../screen-context.ts'
import { useWarningActs } from '../data/use-warning-acts.ts'
import { snoozeUntil, snoozesOn } from '../words/snooze-until.ts'
import { useWarningWords } from '../words/use-warning-words.ts'
import type { Asking } from './WarningCard.tsx'
import classes from './card.module.css'

interface Given { warning: Warning; ask: (what: Asking) => void }

export function CardActs({ warning, ask }: Given) {
  const { t } = useTranslation('warnings')
  const acts = useWarningActs()
  const title = useWarningWords().titleOf(warning)
  const { state, taskId, rows } = warning
  const reopen = () => void acts.change(warning, { state: 'open' }, t('reopened', { title }))
  // What is decided here holds for everybody; who only looks on may still see the rows.
  const decides = useCan('insight.manage')
  const waits = decides && (state === 'open' || state === 'snoozed')
  return (
    <div className={classes.acts}>
      {taskId !== null ? <Link to="/tasks" search={{ show: 'everybody', task: taskId }} className={classes.task} data-act="task"><IconChecklist size={16} stroke={1.5} aria-hidden /> {t('task.there')}</Link>
        : waits && <Button size="compact-sm" variant="light" data-act="task" aria-label={t('taskOf', { title })} onClick={() => ask('task')}>{t('task')}</Button>}
      {rows && <Rows title={title} metric={rows.metric} />}
      {waits && <Snooze warning={warning} />}
      {waits && <Button size="compact-sm" variant="subtle" color="gray" data-act="dismiss" aria-label={t('dismissOf', { title })} onClick={() => ask('dismiss')}>{t('dismiss')}</Button>}
      {decides && (state === 'dismissed' || state === 'snoozed') && <Button size="compact-sm" variant="default" data-act="reopen" aria-label={t('reopenOf', { title })} onClick={reopen}>{t('reopen')}</Button>}
    </div>
  )
}

function Rows({ title, metric }: { title: string; metric: string }) {
  const { t } = useTranslation('warnings')
  const rows = rowsOf(useScreen(), { metric, rules: [], name: title })
  return <Button size="compact-sm" variant="default" data-act="rows" title={title} renderRoot={(props) => <Link to="." search={((before: object) => ({ ...before, rows })) as never} resetScroll={false} preload={false} {...props} />}>{t('rows')}</Button>
}

function Snooze({ warning }: { warning: Warning }) {
  const { t } = useTranslation('warnings')
  const { timeZone } = useMe().organization
  const now = useNow()
  const acts = useWarningActs()
  const words = useWarningWords()
  const title = words.titleOf(warning)
  return (
    <Menu position="bottom-start" withinPortal={false} returnFocus>
      <Menu.Target><Button size="compact-sm" variant="default" data-act="snooze" aria-label={t('snoozeOf', { title })} rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}>{t('snooze')}</Button></Menu.Target>
      <Menu.Dropdown>
        {snoozesOn(now, timeZone).map((snooze) => {
          const until = snoozeUntil(snooze, now, timeZone).toISOString()
          return <Menu.Item key={snooze} rightSection={<span className={classes.until}>{words.when(until)}</span>} onClick={() => void acts.change(warning, { state: 'snoozed', until }, t('snoozed', { title }))}>{t(`snooze.${snooze}`)}</Menu.Item>
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
