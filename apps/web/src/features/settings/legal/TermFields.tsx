import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LegalTerm } from './term-end.ts'
import classes from './legal.module.css'

const units = ['days', 'business-days', 'weeks', 'months'] as const

/** A length and its unit. */
export function TermFields({ label, value, change, wrong }: { label: string; value: LegalTerm; change: (term: LegalTerm) => void; wrong?: string | undefined }) {
  const { t } = useTranslation('times')
  return (
    <div className={classes.term}>
      <NumberInput label={label} className={classes.length} min={1} max={3650} allowDecimal={false} hideControls value={value.length || ''} error={wrong} onChange={(length) => change({ ...value, length: Number(length) || 0 })} />
      <Select aria-label={t('unitOf', { label })} className={classes.unit} allowDeselect={false} data={units.map((unit) => ({ value: unit, label: t(`term.${unit}`, { count: value.length || 0 }) }))} value={value.unit} onChange={(unit) => unit && change({ ...value, unit: unit as LegalTerm['unit'] })} />
    </div>
  )
}
