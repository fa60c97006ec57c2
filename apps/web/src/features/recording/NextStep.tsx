import { SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StaffPicker } from '../../ui/pickers/StaffPicker.tsx'
import type { Part } from './WhoSection.tsx'
import classes from './record.module.css'

const kinds = ['none', 'task', 'call-back'] as const

/** What has to be done afterwards, so that a promise on the phone is not forgotten. */
export function NextStep({ form, change, fault }: Part) {
  const { t } = useTranslation('recording')
  return (
    <fieldset className={classes.group}>
      <legend>{t('next')}</legend>
      <SegmentedControl size="xs" aria-label={t('next')} data={kinds.map((kind) => ({ value: kind, label: t(`next.${kind}`) }))} value={form.nextKind} onChange={(nextKind) => change({ nextKind: nextKind as typeof form.nextKind, ...(nextKind === 'call-back' && form.nextTitle === '' ? { nextTitle: t('next.callBackTitle') } : {}) })} />
      {form.nextKind !== 'none' && (
        <div className={classes.three}>
          <TextInput label={t('next.title')} required maxLength={300} value={form.nextTitle} onChange={(event) => change({ nextTitle: event.currentTarget.value })} error={fault('nextTitle')} />
          <TextInput label={t('next.due')} type="datetime-local" value={form.nextDue} onChange={(event) => change({ nextDue: event.currentTarget.value })} />
          <StaffPicker label={t('next.owner')} placeholder={t('next.ownerMe')} value={form.nextOwnerId} change={(nextOwnerId) => change({ nextOwnerId })} />
        </div>
      )}
    </fieldset>
  )
}
