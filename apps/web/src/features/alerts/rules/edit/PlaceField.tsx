import { Select } from '@mantine/core'
import type { AlertPlace } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { placesFor } from './rule-values.ts'
import type { RuleForming } from './use-rule-form.ts'
import classes from './edit.module.css'

/** Each place is watched on its own, or everything together. */
export function PlaceField({ form, dimensions }: { form: RuleForming; dimensions?: readonly string[] }) {
  const { t } = useTranslation('rules')
  const { values, change } = form
  const places = placesFor(values, dimensions)
  const wrong = form.faults(dimensions).includes('each')
  return (
    <Select
      className={classes.wide} label={t('each')} description={t('eachHint')} allowDeselect={false} maxDropdownHeight={320}
      data={[...places, ...(wrong ? [values.each] : [])].map((place) => ({ value: place, label: t(`each.${place}`) }))}
      value={values.each} onChange={(each) => each && change({ each: each as AlertPlace })} error={wrong && t('wrong.each')}
    />
  )
}
