import { Button, Popover, VisuallyHidden } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { Suspense, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import type { FilterProps } from './FilterFields.tsx'
import classes from './filter-bar.module.css'

// The fields bring half of the form controls along, which the first look at the list can do without.
const FilterFields = lazy(async () => ({ default: (await import('./FilterFields.tsx')).FilterFields }))

/** Everything by which the list can be narrowed and ordered. */
export function FilterMenu(props: FilterProps) {
  const { t } = useTranslation('tickets')
  const active = (['status', 'owner', 'queue', 'mailbox', 'priority'] as const).filter((name) => props.search[name] !== undefined).length
  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" className={classes.filterButton} leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.5} />}>
          <span className={classes.filterWord}>{t('filter.title')}</span>
          {active > 0 && <span className={classes.filterCount}>{active}<VisuallyHidden> {t('filter.on')}</VisuallyHidden></span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.title')} className={classes.filters}>
        <Suspense fallback={<FormSkeleton fields={6} />}>
          <FilterFields {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
