import { Checkbox, NumberInput, Radio, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { delayUnits, happens } from '../sentence/asking-shape.ts'
import { useAskingWords } from '../sentence/use-asking-words.ts'
import { faults, type TouchpointValues } from './touchpoint-values.ts'
import classes from './touchpoint.module.css'

const roads = ['email', 'sms', 'email-sms', 'sms-email'] as const

/** How long after, by what, how many of them, how seldom, and who never. */
export function HowOftenFields({ form, usualRest }: { form: UseFormReturnType<TouchpointValues>; usualRest: number | undefined }) {
  const { t } = useTranslation('asking')
  const { share } = useAskingWords()
  const { values } = form
  const said = faults.share(values) ? null : share(Number(values.share) / 100)
  return (
    <>
      <div className={classes.pair}>
        {happens(values.trigger) && (
          <fieldset className={classes.delay}>
            <legend>{t('delay')}</legend>
            <div>
              <NumberInput aria-label={t('delayAmount')} min={0} max={525_600} allowNegative={false} allowDecimal={false} {...form.getInputProps('delayAmount')} />
              <Select aria-label={t('delayUnit')} allowDeselect={false} data={delayUnits.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))} {...form.getInputProps('delayUnit')} />
            </div>
          </fieldset>
        )}
        <Select label={t('roads')} allowDeselect={false} data={roads.map((road) => ({ value: road, label: t(`road.${road}`) }))} {...form.getInputProps('roads')} />
      </div>
      <NumberInput className={classes.narrow} label={t('share')} description={said === null ? t('shareAll') : t('shareSome', { share: said })} min={0.1} max={100} decimalScale={1} allowNegative={false} suffix=" %" {...form.getInputProps('share')} />
      <Radio.Group label={t('rest')} description={t('restHint')} value={values.ownRest ? 'own' : 'usual'} onChange={(next) => form.setFieldValue('ownRest', next === 'own')}>
        <div className={classes.rest}>
          <Radio value="usual" label={usualRest === undefined ? t('restUsual') : t('restUsualDays', { count: usualRest })} />
          <Radio value="own" label={t('restOwn')} />
          {values.ownRest && <NumberInput className={classes.days} aria-label={t('restDays')} min={0} max={3650} allowDecimal={false} allowNegative={false} suffix={` ${t('daysShort')}`} {...form.getInputProps('restDays')} />}
        </div>
      </Radio.Group>
      <fieldset className={classes.exclude}>
        <legend>{t('exclude')}</legend>
        <Checkbox label={t('excludeComplaint')} {...form.getInputProps('openComplaint', { type: 'checkbox' })} />
        <Checkbox label={t('excludeMinors')} {...form.getInputProps('minors', { type: 'checkbox' })} />
        <p>{t('excludeAlways')}</p>
      </fieldset>
    </>
  )
}
