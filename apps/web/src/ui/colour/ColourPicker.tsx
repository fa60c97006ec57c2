// The eight colours of the organization's words as one line of radio buttons, each with its name.
import type { Colour } from '@kontuar/contracts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ColourDot } from './ColourDot.tsx'
import classes from './colour-picker.module.css'

export const colours = ['grey', 'blue', 'teal', 'green', 'amber', 'red', 'violet', 'pink'] as const satisfies readonly Colour[]

export function ColourPicker({ label, value, change, disabled = false }: { label: string; value: Colour; change: (colour: Colour) => void; disabled?: boolean }) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className={classes.picker} disabled={disabled}>
      <legend>{label}</legend>
      <div className={classes.colours}>
        {colours.map((colour) => (
          <label key={colour} className={classes.colour} title={t(`colour.${colour}`)}>
            <input type="radio" name={name} value={colour} checked={value === colour} onChange={() => change(colour)} aria-label={t(`colour.${colour}`)} />
            <ColourDot colour={colour} />
          </label>
        ))}
        <span className={classes.name} aria-hidden>{t(`colour.${value}`)}</span>
      </div>
    </fieldset>
  )
}
