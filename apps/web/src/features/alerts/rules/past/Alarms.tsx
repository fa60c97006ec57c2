// Each alarm with what it was about; it opens the ticket or answer.
import { valueText } from '@kontuar/charts'
import { warningKinds } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { useClockWords } from '../../../../ui/clock/use-clock-words.ts'
import { PathLink } from '../../../../ui/PathLink.tsx'
import { useRuleWords } from '../words/use-rule-words.ts'
import { Some } from './Some.tsx'
import type { Item, Result } from './result.ts'
import classes from './past.module.css'

export function Alarms({ items, alarms }: Pick<Result, 'items' | 'alarms'>) {
  const { t } = useTranslation('rules')
  return (
    <section>
      <h3>{t('alarms')}</h3>
      {alarms > items.length && <p className={classes.soft}>{t('alarms.newest', { count: items.length })}</p>}
      <Some items={items} className={classes.items}>{(item, index) => <li key={`${item.key} ${item.at} ${index}`}><Alarm item={item} /></li>}</Some>
    </section>
  )
}

function Alarm({ item }: { item: Item }) {
  const { t } = useTranslation('rules')
  const { exact } = useClockWords()
  const why = useWhy()(item)
  const href = item.answerId !== null ? (`/feedback/answers/${encodeURIComponent(item.answerId)}` as const) : item.ticketId !== null ? (`/tickets/${encodeURIComponent(item.ticketId)}` as const) : null
  const until = item.until === null ? null : t('alarms.until', { at: exact(new Date(item.until)) })
  const title = [why, item.place].filter(Boolean).join(' · ')
  return (
    <span>
      {href === null ? <span>{title}</span> : <PathLink href={href}>{title}</PathLink>}
      {item.excerpt !== null && <q className={classes.excerpt}>{item.excerpt}</q>}
      <span className={classes.meta}>{[exact(new Date(item.at)), until].filter(Boolean).join(' · ')}</span>
    </span>
  )
}

const happenings = ['opened', 'reopened', 'complaint', 'warned', 'breached'] as const

/** Why then, in a few words; a part that an older version did not write is left out. */
function useWhy(): (item: Item) => string {
  const { t } = useTranslation('rules')
  const { t: tOccurrences } = useTranslation('occurrences')
  const { t: tWarnings } = useTranslation('warnings')
  const { metricOf } = useRuleWords()
  const { hours } = useClockWords()
  const locale = currentLocale()
  return ({ why }) => {
    const number = (name: string) => (typeof why[name] === 'number' ? why[name] : null)
    switch (why['code']) {
      case 'event': {
        const happened = happenings.find((each) => each === why['happened'])
        const [score, stars] = [number('score'), number('stars')]
        if (happened) return tOccurrences(`option.happened.${happened}`)
        if (score !== null) return t('why.score', { score, max: number('scaleMax') ?? 10 })
        return stars !== null ? t('why.stars', { count: stars }) : t(why['on'] === 'answer' ? 'why.answer' : 'why.contact')
      }
      case 'run': return t('why.run', { count: number('n') ?? 0 })
      case 'silence': return t('why.silence', { hours: hours((number('hours') ?? 0) * 3_600_000) })
      case 'warning': {
        const kind = warningKinds.find((each) => each === why['kind'])
        return kind ? tWarnings(`kind.${kind}`) : t('why.alarm')
      }
      case 'figure': {
        const metric = metricOf(String(why['metric']))
        const [value, before] = [number('value'), number('before')]
        if (metric === undefined || value === null) return metric?.label ?? t('why.alarm')
        const unit = why['test'] === 'share-grows' ? { name: metric.name, unit: 'share' as const } : metric
        return before === null ? t('why.figure', { metric: metric.label, value: valueText(unit, value, locale) }) : t('why.change', { metric: metric.label, value: valueText(unit, value, locale), before: valueText(unit, before, locale) })
      }
      default: return t('why.alarm')
    }
  }
}
