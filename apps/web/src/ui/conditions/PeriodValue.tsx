import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './conditions.module.css'

const units = ['minutes', 'hours', 'days'] as const
type Unit = (typeof units)[number]

/** A length of time: 2 hours. A date knows only days. */
export function PeriodValue({ label, days, value, change }: { label: string; days: boolean; value: unknown; change: (value: unknown) => void }) {
  const { t } = useTranslation('conditions')
  const { amount, unit } = (value ?? {}) as { amount?: unknown; unit?: Unit }
  const shown: Unit = days ? 'days' : (unit ?? 'hours')
  const count = typeof amount === 'number' ? amount : 0
  return (
    <div className={classes.period}>
      <NumberInput size="xs" className={classes.amount} aria-label={label} min={0} allowDecimal={false} allowNegative={false} hideControls value={typeof amount === 'number' ? amount : ''} onChange={(next) => change({ amount: next === '' ? '' : Number(next), unit: shown })} />
      <Select size="xs" className={classes.unit} aria-label={t('unit')} data={(days ? (['days'] as const) : units).map((each) => ({ value: each, label: t(`unit.${each}`, { count }) }))} value={shown} onChange={(next) => next && change({ amount, unit: next })} />
    </div>
  )
}
