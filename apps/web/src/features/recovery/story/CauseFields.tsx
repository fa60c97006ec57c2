import type { Recovery } from '@kontuar/contracts'
import { Select, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCauses } from '../../../api/desk.ts'

export interface CauseSaid { causeId: string | null; remedy: string }
/** As it stands, for a form to begin with. */
export const causeOf = ({ cause, remedy }: Recovery): CauseSaid => ({ causeId: cause?.id ?? null, remedy })

/** What lay behind it and what was done. `missing`: after a try, what the organization wants to know. */
export function CauseFields({ value, change, missing }: { value: CauseSaid; change: (next: CauseSaid) => void; missing?: { cause?: boolean; remedy?: boolean } }) {
  const { t } = useTranslation('recovery')
  const { t: tCommon } = useTranslation()
  const causes = useCauses().filter(({ id, retired }) => !retired || id === value.causeId)
  return (
    <>
      <Select
        label={t('cause')} data={causes.map(({ id, name }) => ({ value: id, label: name }))} searchable={causes.length > 8} clearable clearButtonProps={{ 'aria-label': tCommon('picker.clear') }} nothingFoundMessage={tCommon('picker.nothing')} placeholder={tCommon('picker.choose')}
        value={value.causeId} onChange={(causeId) => change({ ...value, causeId })} error={missing?.cause ? t('wrong.cause') : undefined}
      />
      <Textarea label={t('remedy')} description={t('remedyHint')} autosize minRows={2} maxRows={8} maxLength={2000} value={value.remedy} onChange={(event) => change({ ...value, remedy: event.currentTarget.value })} error={missing?.remedy ? t('wrong.remedy') : undefined} />
    </>
  )
}
