import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inUnit, seconds, type Unit } from './duration.ts'
import classes from './sla.module.css'

interface Props {
  label: string
  value: number | null
  change: (seconds: number | null) => void
  units: readonly Unit[]
  /** What an empty field means; without it the field wants a number. */
  placeholder?: string
  min?: number
  wrong?: string | undefined
}

/** A length of time: a number and its unit. */
export function DurationField({ label, value, change, units, placeholder, min = 60, wrong }: Props) {
  const { t } = useTranslation('times')
  const [chosen, setChosen] = useState<Unit | null>(null)
  const shown = inUnit(value ?? 0, units)
  const unit = chosen !== null && units.includes(chosen) ? chosen : value === null ? (units.includes('hours') ? 'hours' : units[0]!) : shown.unit
  const amount = value === null ? '' : seconds(1, unit) === 0 ? '' : Math.round((value / seconds(1, unit)) * 100) / 100
  return (
    <span className={classes.duration}>
      <NumberInput
        aria-label={label}
        className={classes.amount}
        min={0}
        hideControls
        decimalScale={2}
        placeholder={placeholder ?? ''}
        value={amount}
        error={wrong}
        onChange={(next) => change(next === '' ? (placeholder === undefined ? 0 : null) : Math.max(min, seconds(Number(next), unit)))}
      />
      <Select
        aria-label={t('unitOf', { label })}
        className={classes.unit}
        allowDeselect={false}
        data={units.map((each) => ({ value: each, label: t(`unit.${each}`) }))}
        value={unit}
        onChange={(next) => {
          if (next === null) return
          setChosen(next as Unit)
          if (value !== null && amount !== '') change(Math.max(min, seconds(amount, next as Unit)))
        }}
      />
    </span>
  )
}
