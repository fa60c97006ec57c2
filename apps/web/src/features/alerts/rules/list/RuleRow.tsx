import type { AlertRule } from '@kontuar/contracts'
import { Switch } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../../ui/RelativeTime.tsx'
import { RuleSentence } from '../words/RuleSentence.tsx'
import { useRuleWords } from '../words/use-rule-words.ts'
import { useRuleActs } from './use-rule-acts.ts'
import classes from './rules.module.css'

/** One rule: what it looks for, whom it tells, how often it did, and what does not hold any more. */
export function RuleRow({ rule, manages }: { rule: AlertRule; manages: boolean }) {
  const { t } = useTranslation('rules')
  const { whomOf } = useRuleWords()
  const { setActive } = useRuleActs()
  const { name, active, state, problems, delivery } = rule
  return (
    <li className={classes.row} data-off={!active || undefined}>
      <div className={classes.main}>
        <h2 className={classes.name}><Link to="/alerts/rules/$ruleId" params={{ ruleId: rule.id }}>{name}</Link></h2>
        <RuleSentence definition={rule.definition} />
        <p className={classes.soft}>{t('tells', { who: whomOf(delivery) })}</p>
        <ul className={classes.state}>
          <li>{state.lastWeek === 0 ? t('state.quietWeek') : t('state.lastWeek', { count: state.lastWeek })}</li>
          {state.open > 0 && <li className={classes.strong}>{t('state.open', { count: state.open })}</li>}
          {state.noData > 0 && <li>{t('state.noData', { count: state.noData })}</li>}
          {state.lastFiredAt !== null && <li>{t('state.last')} <RelativeTime at={state.lastFiredAt} /></li>}
        </ul>
        {problems.length > 0 && <ul className={classes.problems}>{problems.map((problem) => <li key={problem}><IconAlertTriangle size={14} stroke={1.75} aria-hidden /> <span>{problem}</span></li>)}</ul>}
      </div>
      {manages ? <Switch aria-label={t('activeOf', { name })} checked={active} onChange={() => void setActive(rule, !active)} /> : !active && <span className={classes.soft}>{t('off')}</span>}
    </li>
  )
}
