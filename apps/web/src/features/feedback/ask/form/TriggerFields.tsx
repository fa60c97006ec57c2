import { Checkbox, MultiSelect, Radio } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { hasTicket, triggers } from '../sentence/asking-shape.ts'
import type { TouchpointValues } from './touchpoint-values.ts'
import classes from './touchpoint.module.css'

const kinds = ['call', 'visit', 'message'] as const
const channels = ['email', 'phone', 'visit', 'chat', 'form', 'sms', 'messenger', 'post', 'review'] as const

/** What has to happen. It stays what it was: what was planned and counted hangs on it. */
export function TriggerFields({ form, fixed }: { form: UseFormReturnType<TouchpointValues>; fixed: boolean }) {
  const { t } = useTranslation('asking')
  const { t: tConditions } = useTranslation('conditions')
  const { trigger, interactionKinds, channels: chosen } = form.values
  return (
    <>
      {fixed ? <p className={classes.fixed}>{t('triggerIs')} <strong>{t(`trigger.${trigger}`)}</strong></p> : (
        <Radio.Group label={t('trigger')} value={trigger} onChange={(next) => form.setFieldValue('trigger', next as TouchpointValues['trigger'])}>
          <div className={classes.triggers}>
            {triggers.map((each) => <Radio key={each} value={each} label={t(`trigger.${each}`)} description={t(`triggerText.${each}`)} />)}
          </div>
        </Radio.Group>
      )}
      {trigger === 'interaction-recorded' && (
        <Checkbox.Group label={t('kinds')} description={t('kindsHint')} value={interactionKinds} onChange={(next) => form.setFieldValue('interactionKinds', next as TouchpointValues['interactionKinds'])}>
          <div className={classes.checks}>{kinds.map((kind) => <Checkbox key={kind} value={kind} label={t(`kind.${kind}`)} />)}</div>
        </Checkbox.Group>
      )}
      {hasTicket(trigger) && (
        <MultiSelect className={classes.wide} label={t('channels')} description={t('channelsHint')} placeholder={chosen.length === 0 ? t('channelsAny') : undefined} clearable clearButtonProps={{ 'aria-label': t('channelsAny') }} data={channels.map((value) => ({ value, label: tConditions(`channel.${value}`) }))} value={chosen} onChange={(next) => form.setFieldValue('channels', next)} />
      )}
    </>
  )
}
