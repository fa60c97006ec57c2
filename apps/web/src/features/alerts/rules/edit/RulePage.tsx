import type { AlertRule } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconBellCog, IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { isGone } from '../../../../api/problem.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../../ui/Skeletons.tsx'
import { useTitle } from '../../../../ui/use-title.ts'
import { metricsQuery } from '../../../numbers/data/index.ts'
import { useRuleActs } from '../list/use-rule-acts.ts'
import { ruleQuery } from '../rule-queries.ts'
import '../rule-styles.ts'
import { InPlainWords } from './InPlainWords.tsx'
import { ReadyMade } from './ReadyMade.tsx'
import { RuleForm } from './RuleForm.tsx'
import { valuesOf, type RuleValues } from './rule-values.ts'
import classes from './edit.module.css'

const here = getRouteApi('/workspace/alerts/rules/$ruleId')
const beginning = getRouteApi('/workspace/alerts/rules/new')

export function NewRulePage() {
  const { t } = useTranslation('rules')
  const navigate = useNavigate()
  const manages = useCan('alert.manage')
  const { test } = beginning.useSearch()
  // Each choice begins the form anew.
  const [begin, setBegin] = useState<{ n: number; values: RuleValues | null }>({ n: 0, values: null })
  const start = (values: RuleValues | null) => {
    setBegin(({ n }) => ({ n: n + 1, values }))
    void navigate({ to: '/alerts/rules/new', search: {}, replace: true })
  }
  return (
    <Frame title={t('new')} text={t('newText')}>
      {manages ? (
        <>
          <ReadyMade choose={(rule) => start(valuesOf(rule))} />
          <RuleForm key={begin.n} rule={null} begin={begin.values} test={test} setTest={(id) => void navigate({ to: '/alerts/rules/new', search: { test: id }, replace: true })} anew={() => start(valuesOf(null))} />
        </>
      ) : <EmptyState icon={<IconBellCog size={22} stroke={1.5} />} title={t('notAllowed')} text={t('notAllowedText')} />}
    </Frame>
  )
}

export function RulePage() {
  const { t } = useTranslation('rules')
  const { ruleId } = here.useParams()
  const rule = useQuery(ruleQuery(ruleId))
  // The rule in plain words names metrics.
  const waits = useQuery(metricsQuery()).isPending || rule.isPending
  return (
    <Frame title={rule.data?.name ?? t('one')}>
      {waits ? <FormSkeleton fields={6} />
        : rule.data === undefined ? (isGone(rule.error) ? <EmptyState icon={<IconBellCog size={22} stroke={1.5} />} title={t('gone')} text={t('goneText')} /> : <Problem error={rule.error} retry={() => void rule.refetch()} />)
          : <Rule key={rule.data.id} rule={rule.data} />}
    </Frame>
  )
}

function Rule({ rule }: { rule: AlertRule }) {
  const { t } = useTranslation('rules')
  const navigate = useNavigate()
  const manages = useCan('alert.manage')
  const { retire } = useRuleActs()
  const { test } = here.useSearch()
  const [begun, setBegun] = useState<{ n: number; values: RuleValues | null }>({ n: 0, values: null })
  const search = (id: string | null) => void navigate({ to: '/alerts/rules/$ruleId', params: { ruleId: rule.id }, search: id === null ? {} : { test: id }, replace: true })
  return (
    <>
      {rule.problems.length > 0 && <ul className={classes.problems} aria-label={t('problems')}>{rule.problems.map((problem) => <li key={problem}><IconAlertTriangle size={15} stroke={1.75} aria-hidden /> <span>{problem}</span></li>)}</ul>}
      {rule.retired && <p className={classes.restored} role="note">{t('isRetired')}</p>}
      {manages && !rule.retired ? (
        <>
          <RuleForm key={begun.n} rule={rule} begin={begun.values} test={test} setTest={search} anew={() => { setBegun(({ n }) => ({ n: n + 1, values: valuesOf(rule) })); search(null) }} />
          <div className={classes.end}>
            <Button variant="subtle" color="red" size="compact-sm" data-act="retire" onClick={() => void retire(rule).then((done) => { if (done) void navigate({ to: '/alerts/rules' }) })}>{t('retire')}</Button>
            <span className={classes.hint}>{t('retireHint')}</span>
          </div>
        </>
      ) : <InPlainWords definition={rule.definition} delivery={rule.delivery} />}
    </>
  )
}

function Frame({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const { t } = useTranslation('rules')
  useTitle(title)
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <Link to="/alerts/rules" className={classes.back}><IconChevronLeft size={16} stroke={1.5} aria-hidden /> {t('title')}</Link>
        <h1 className={classes.title}>{title}</h1>
        {text && <p className={classes.text}>{text}</p>}
        {children}
      </div>
    </div>
  )
}
