// Today as a list: alone on its page, or beside the ticket that was opened from it.
import { Button, SegmentedControl, Tooltip } from '@mantine/core'
import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { IconCircleCheck, IconHandGrab } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { KeyboardHint } from '../../ui/KeyboardHint.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { currentLocale } from '../../i18n/i18n.ts'
import { useNames } from '../tickets/list/index.ts'
import { type Scope, scopes } from '../tickets/search/index.ts'
import { TodayRowView } from './TodayRowView.tsx'
import { useToday, useTodayCounts } from './use-today.ts'
import { useTodayActs } from './use-today-acts.ts'
import { useTodayKeys } from './use-today-keys.ts'
import doneClasses from './all-done.module.css'
import classes from './today.module.css'

export function TodayPane({ whose, openId }: { whose: Scope; /** The ticket beside it. */ openId?: string }) {
  const { t } = useTranslation('today')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const list = useToday(whose)
  const counts = useTodayCounts()
  const names = useNames()
  const mayChange = useCan('ticket.change')
  const place = useRef<HTMLDivElement>(null)
  const { rows, state, error, next, fresh, moved } = list.get()
  const acts = useTodayActs(list, whose)
  const [cursor, setCursor] = useState<string | undefined>(() => (openId === undefined ? lastOpened.get(whose) : undefined))
  const here = openId === undefined ? cursor : rows.find(({ ticket, task }) => (ticket?.id ?? task?.ticketId) === openId)?.id
  if (openId !== undefined && here !== undefined) lastOpened.set(whose, here)
  const { put, finish } = useTodayKeys({ list, acts, place, openId, cursor: here, setCursor })
  const apply = () => {
    list.apply()
    place.current?.scrollTo({ top: 0 })
    const first = list.get().rows[0]
    if (first && openId === undefined) put(first)
  }
  const number = new Intl.NumberFormat(currentLocale())
  const count = (scope: Scope) => (counts ? ` ${number.format(counts[scope])}${counts[scope] >= counts.limit ? '+' : ''}` : '')
  const tabbable = here !== undefined && rows.some(({ id }) => id === here) ? here : rows[0]?.id
  const waiting = [fresh > 0 && t('fresh', { count: fresh }), moved > 0 && t('moved', { count: moved })].filter(Boolean).join(' · ')
  const left = rows.filter(({ done }) => !done).length

  return (
    <section className={classes.pane} aria-label={t('title')} data-beside={openId !== undefined || undefined}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('whose')}
          value={whose}
          onChange={(scope) => {
            const search = scope === 'mine' ? {} : { whose: scope as Scope }
            void (openId === undefined ? navigate({ to: '/today', search }) : navigate({ to: '/tickets/$ticketId', params: { ticketId: openId }, search: { view: 'today', ...search }, replace: true }))
          }}
          data={scopes.map((scope) => ({ value: scope, label: <span className={classes.scope}>{t(`whose.${scope}`)}<span className={classes.scopeCount}>{count(scope)}</span></span> }))}
        />
        {mayChange && (
          <Tooltip label={<span className={classes.tip}>{t('pull')} <KeyboardHint keys="t" /></span>}>
            <Button size="compact-sm" className={classes.pull} leftSection={<IconHandGrab size={15} stroke={1.5} />} onClick={acts.pull} aria-disabled={acts.pulling} aria-label={t('pull')}>
              <span className={classes.pullWord}>{t('pull')}</span>
            </Button>
          </Tooltip>
        )}
      </div>
      <div className={classes.place}>
        {waiting !== '' && <Button className={classes.news} size="compact-sm" radius="xl" onClick={apply}>{waiting}</Button>}
        <div ref={place} className={classes.scroller}>
          {state === 'loading' && <div className={classes.padded}><RowSkeletons rows={12} height={56} /></div>}
          {state === 'failed' && <div className={classes.padded}><Problem error={error} retry={() => void list.reload()} /></div>}
          {state === 'ready' && rows.length === 0 && (
            <EmptyState icon={<IconCircleCheck size={22} stroke={1.5} />} title={t('empty')} text={t('emptyText')} action={mayChange ? <Button variant="default" onClick={acts.pull}>{t('pull')}</Button> : undefined} />
          )}
          {rows.length > 0 && (
            <ul className={classes.rows} aria-label={t('title')}>
              {rows.map((row) => <TodayRowView key={row.id} row={row} whose={whose} current={openId === undefined && row.id === cursor} open={openId !== undefined && row.id === here} tabbable={row.id === tabbable} names={names} finish={finish} />)}
            </ul>
          )}
          {state === 'ready' && rows.length > 0 && left === 0 && <p className={doneClasses.allDone}><IconCircleCheck size={16} stroke={1.5} aria-hidden /> {t('allDone')}</p>}
          {next !== null && state === 'ready' && <div className={classes.padded}><Button variant="default" size="compact-sm" onClick={() => void list.loadMore()}>{tCommon('action.loadMore')}</Button></div>}
        </div>
      </div>
    </section>
  )
}

/** Where one left off: back from a ticket the keyboard goes on at its row. */
const lastOpened = new Map<Scope, string>()
