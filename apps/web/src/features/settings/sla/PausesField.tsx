import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStatuses } from '../../../api/desk.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import classes from './sla.module.css'

const categories = ['waiting', 'open', 'new'] as const

/** In which statuses the resolution stands still: whole categories, or single ones. The same key may be both, so what is stored is one text. */
export function PausesField({ value, change }: { value: readonly string[]; change: (pausesIn: string[]) => void }) {
  const { t } = useTranslation('times')
  const { t: tConditions } = useTranslation('conditions')
  const { t: everywhere } = useTranslation()
  const named = useNamed()
  const isCategory = (key: string): key is (typeof categories)[number] => (categories as readonly string[]).includes(key)
  const statuses = useStatuses().filter(({ key, category, retired }) => !isCategory(key) && category !== 'closed' && (!retired || value.includes(key)))
  const gone = value.filter((key) => !isCategory(key) && !statuses.some((status) => status.key === key))
  return (
    <MultiSelect
      className={classes.pauses}
      label={t('pauses.label')}
      description={t('pauses.hint')}
      placeholder={value.length === 0 ? t('pauses.never') : ''}
      clearable
      clearButtonProps={{ 'aria-label': everywhere('picker.clear') }}
      data={[
        { group: t('pauses.categories'), items: categories.map((key) => ({ value: key as string, label: t('pauses.category', { category: tConditions(`category.${key}`) }) })) },
        { group: t('pauses.statuses'), items: [...statuses.map((status) => ({ value: status.key, label: named('status', status) })), ...gone.map((key) => ({ value: key, label: key }))] },
      ]}
      value={[...value]}
      onChange={change}
    />
  )
}
