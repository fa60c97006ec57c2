// What the rule would have done. It is asked for before saving, runs on the server, and is found again by the address of the page.
import { startBackTest, stopBackTest, type AlertBackTest, type AlertDeliveryWish, type AlertRuleDefinition } from '@kontuar/contracts'
import { Button, SegmentedControl } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { isGone } from '../../../../api/problem.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { useClockWords } from '../../../../ui/clock/use-clock-words.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { backTestQuery } from '../rule-queries.ts'
import { BackTestResult } from './BackTestResult.tsx'
import classes from './past.module.css'

const lengths = [3, 6, 12] as const

interface Given {
  testId: string | undefined
  /** The rule was changed since it was asked for. */
  outdated: boolean
  /** Null while the rule is not whole. */
  wish: { definition: AlertRuleDefinition | null; delivery: AlertDeliveryWish | null } | null
  complain: () => void
  started: (id: string) => void
}

export function BackTest({ testId, outdated, wish, complain, started }: Given) {
  const { t } = useTranslation('rules')
  const queries = useQueryClient()
  const [months, setMonths] = useState<(typeof lengths)[number]>(6)
  const [waits, setWaits] = useState(false)
  const start = useMutation({
    mutationFn: (given: { definition: AlertRuleDefinition; delivery: AlertDeliveryWish }) => api(startBackTest, { body: { ...given, months } }),
    onSuccess: (test) => {
      queries.setQueryData(queryKeys.alerts.backTest(test.id), test)
      started(test.id)
    },
  })
  const press = () => {
    const [definition, delivery] = [wish?.definition ?? null, wish?.delivery ?? null]
    setWaits(definition === null || delivery === null)
    if (definition === null || delivery === null) return complain()
    if (!start.isPending) start.mutate({ definition, delivery })
  }
  return (
    <div className={classes.past}>
      <p className={classes.soft}>{t('past.text')}</p>
      <div className={classes.start}>
        <SegmentedControl size="xs" aria-label={t('past.months')} value={String(months)} onChange={(next) => setMonths(Number(next) as typeof months)} data={lengths.map((each) => ({ value: String(each), label: t('past.month', { count: each }) }))} />
        <Button variant="default" data-act="back-test" aria-disabled={start.isPending} leftSection={<IconHistory size={16} stroke={1.5} />} onClick={press}>{t('past.start')}</Button>
      </div>
      {waits && wish === null && <p className={classes.wrong} role="alert">{t('past.notYet')}</p>}
      {start.isError && <Problem error={start.error} />}
      {testId !== undefined && <Asked key={testId} testId={testId} outdated={outdated} />}
    </div>
  )
}

function Asked({ testId, outdated }: { testId: string; outdated: boolean }) {
  const { t } = useTranslation('rules')
  const test = useQuery(backTestQuery(testId))
  if (test.isPending) return <RowSkeletons rows={3} height={44} />
  // Only the last fifty are kept: an old address leads to nothing any more.
  if (test.isError) return isGone(test.error) ? <p className={classes.soft} role="note">{t('past.gone')}</p> : <Problem error={test.error} retry={() => void test.refetch()} />
  const { state, detail, result } = test.data
  return (
    <div className={classes.found} data-back-test={state}>
      {state === 'running' && <Running test={test.data} />}
      {state === 'stopped' && <p role="status">{t('past.stopped')}</p>}
      {state === 'failed' && <Problem error={null} text={[t('past.failed'), detail].filter(Boolean).join(' ')} />}
      {outdated && state === 'done' && <p className={classes.outdated} role="note">{t('past.outdated')}</p>}
      {result && <BackTestResult result={result} />}
    </div>
  )
}

function Running({ test }: { test: AlertBackTest }) {
  const { t } = useTranslation('rules')
  const queries = useQueryClient()
  const { duration } = useClockWords()
  const stop = useMutation({ mutationFn: () => api(stopBackTest, { params: { id: test.id } }), onSuccess: (next) => queries.setQueryData(queryKeys.alerts.backTest(test.id), next) })
  const percent = Math.round(test.done * 100)
  const left = test.secondsLeft === null ? t('past.leftUnknown') : test.secondsLeft < 60 ? t('past.leftSoon') : t('past.left', { time: duration(test.secondsLeft * 1000) })
  return (
    <div className={classes.running}>
      <progress className={classes.bar} max={100} value={percent} aria-label={t('past.running')} />
      <p className={classes.soft} aria-live="polite">{t('past.percent', { percent })} · {left}</p>
      <p className={classes.soft}>{t('past.mayLeave')}</p>
      {stop.isError && <Problem error={stop.error} />}
      <Button variant="default" size="compact-sm" data-act="stop" aria-disabled={stop.isPending} onClick={() => { if (!stop.isPending) stop.mutate() }}>{t('past.stop')}</Button>
    </div>
  )
}
