import type { ConditionGroup } from '@kontuar/conditions'
import type { ConditionField, Conditions } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useMemo } from 'react'
import { currentLocale } from '../../i18n/i18n.ts'
import { rulesIn } from './condition-tree.ts'
import { sentenceOf } from './sentence.ts'
import { useChoices } from './use-choices.ts'
import { useWords } from './use-words.ts'
import classes from './conditions.module.css'

/** "Status: New or In progress, and priority: urgent". The page loads the words `conditions`. */
export function ConditionsSentence({ value, fields, whenEmpty }: { value: Conditions; fields: readonly ConditionField[]; whenEmpty?: string }) {
  const { t } = useTranslation('conditions')
  const look = t as unknown as (key: string, options: object) => string
  const { fieldName, operatorName } = useWords()
  const byName = useMemo(() => new Map(fields.map((field) => [field.name, field])), [fields])
  const used = useMemo(() => rulesIn(value).flatMap(({ field }) => byName.get(field) ?? []), [value, byName])
  const choicesOf = useChoices(used)
  const dates = new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), { dateStyle: 'long', timeZone: 'UTC' })
  const said = sentenceOf(value as unknown as ConditionGroup, {
    locale: currentLocale(),
    rule(rule, values) {
      const field = byName.get(rule.field)
      // Inside a sentence a name of ours is an ordinary word; the organization's own names stay as they are.
      const name = field ? (field.custom ? field.label : lower(fieldName(field))) : rule.field
      return look(`sentence.${rule.operator}`, { field: name, values, defaultValue: `${name} ${operatorName(field, rule.operator)} ${values}` })
    },
    value(rule, one) {
      const field = byName.get(rule.field)
      if (one === '@me') return t('me')
      if (one === '@none') return field?.type === 'person' ? t('nobody') : t('none')
      if (typeof one === 'boolean') return one ? t('yes') : t('no')
      if (field?.type === 'date' || field?.type === 'instant') return Number.isNaN(Date.parse(String(one))) ? '…' : dates.format(new Date(String(one)))
      if (field && field.choices !== null) return choicesOf(field).find(({ id }) => id === one)?.name ?? '…'
      return field?.type === 'text' ? t('quoted', { text: String(one ?? '') }) : String(one ?? '')
    },
    period: (amount, unit) => `${amount} ${look(`unit.${unit}`, { count: amount })}`,
    not: (inside) => t('sentence.not', { inside }),
  })
  return <p className={classes.sentence}>{said === '' ? (whenEmpty ?? t('empty')) : said.charAt(0).toLocaleUpperCase(currentLocale()) + said.slice(1)}</p>
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase(currentLocale()) + text.slice(1)
