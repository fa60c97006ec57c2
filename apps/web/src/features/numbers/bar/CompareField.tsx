import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { comparisons, type Comparison } from '../search/numbers-search.ts'

/** What the period is held against. */
export function CompareField({ value, change }: { value: Comparison; change: (compare: Comparison) => void }) {
  const { t } = useTranslation('numbers')
  return <NativeSelect size="xs" aria-label={t('compare')} value={value} data={comparisons.map((each) => ({ value: each, label: t(`compare.${each}`) }))} onChange={({ currentTarget }) => change(currentTarget.value as Comparison)} />
}
