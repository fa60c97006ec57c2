import type { ConditionRule } from '@kontuar/conditions'
import type { ConditionField } from '@kontuar/contracts'
import { NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/NumberInput.layer.css'
import { useTranslation } from 'react-i18next'
import { ChoicesValue } from './ChoicesValue.tsx'
import { CustomersValue } from './CustomersValue.tsx'
import { isIdField, shapeOf } from './condition-tree.ts'
import { PeriodValue } from './PeriodValue.tsx'
import classes from './conditions.module.css'

interface Given { field: ConditionField; /** The field's name as shown. */ name: string; rule: ConditionRule; change: (value: unknown) => void }

/** What the operator asks for, in the form that fits the field. */
export function ValueEditor({ field, name, rule, change }: Given) {
  const { t } = useTranslation('conditions')
  const { operator, value } = rule
  const shape = shapeOf(operator)
  const label = t('valueLabel', { field: name })
  if (shape === 'none') return null
  if (shape === 'period') return <PeriodValue label={label} days={field.type === 'date'} value={value} change={change} />
  if (field.choices === 'customers') return <CustomersValue label={label} value={value} change={change} />
  if (isIdField(field) || field.type === 'choices') return <ChoicesValue field={field} label={label} operator={operator} value={value} change={change} />
  if (field.type === 'boolean') return <Select size="xs" aria-label={label} data={[{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]} value={String(value)} onChange={(chosen) => change(chosen === 'true')} />
  if (shape === 'list') return <TagsInput size="xs" aria-label={label} placeholder={t('typeWords')} value={Array.isArray(value) ? value.map(String) : []} onChange={(words) => change(field.type === 'number' ? words.map(Number).filter(Number.isFinite) : words)} />
  if (shape === 'two') {
    const [from, to] = Array.isArray(value) ? (value as unknown[]) : ['', '']
    return (
      <div className={classes.two}>
        <One field={field} label={t('from', { field: name })} value={from} change={(next) => change([next, to])} />
        <span>{t('and')}</span>
        <One field={field} label={t('to', { field: name })} value={to} change={(next) => change([from, next])} />
      </div>
    )
  }
  return <One field={field} label={label} value={value} change={change} />
}

function One({ field, label, value, change }: { field: ConditionField; label: string; value: unknown; change: (value: unknown) => void }) {
  if (field.type === 'number') return <NumberInput size="xs" aria-label={label} value={typeof value === 'number' ? value : ''} onChange={(next) => change(next === '' ? '' : Number(next))} hideControls />
  // An instant takes a date too: it then means the whole day in the organization's zone.
  if (field.type === 'date' || field.type === 'instant') return <TextInput size="xs" type="date" aria-label={label} value={String(value ?? '').slice(0, 10)} onChange={(event) => change(event.currentTarget.value)} />
  return <TextInput size="xs" aria-label={label} value={String(value ?? '')} maxLength={500} onChange={(event) => change(event.currentTarget.value)} />
}
