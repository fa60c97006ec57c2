import { NumberInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { currentLocale } from '../../../../i18n/i18n.ts'
import type { Typed } from './rule-values.ts'
import classes from './edit.module.css'

interface Given { label: string; description?: string | undefined; /** Behind the number: "%", "min". */ unit?: string | undefined; value: Typed; change: (value: Typed) => void; /** What is shown is so many times what is kept: a share in percent. */ scale?: number; decimals?: boolean; error?: ReactNode; left?: () => void; disabled?: boolean }

/** Begins with its value, and from then on shows what is typed: "0," is on its way to 0,5. Another value needs another key. */
export function NumberField({ label, description, unit, value, change, scale = 1, decimals = false, error, left, disabled }: Given) {
  const [typed, setTyped] = useState<number | string>(value === null ? '' : Number((value * scale).toPrecision(10)))
  return (
    <NumberInput
      className={classes.number}
      label={label} description={description} error={error} disabled={disabled}
      hideControls allowNegative={decimals} allowDecimal={decimals} decimalSeparator={currentLocale() === 'en' ? '.' : ','} allowedDecimalSeparators={['.', ',']}
      suffix={unit === undefined ? undefined : `\u00a0${unit}`}
      value={typed}
      onChange={(next) => {
        setTyped(next)
        const read = next === '' || next === '-' ? Number.NaN : Number(next)
        change(Number.isFinite(read) ? read / scale : null)
      }}
      onBlur={left}
    />
  )
}
