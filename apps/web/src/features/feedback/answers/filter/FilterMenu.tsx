import { Button, Popover, VisuallyHidden } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FilterFields, type FieldName, type FilterProps } from './FilterFields.tsx'
import classes from './filter.module.css'

/** Everything by which answers or results can be narrowed, besides words and days. */
export function FilterMenu(props: FilterProps) {
  const { t } = useTranslation('answers')
  const active = props.fields.filter((name: FieldName) => props.search[name] !== undefined).length
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" className={classes.filterButton} leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.5} />}>
          {t('filter.title')}
          {active > 0 && <span className={classes.filterCount}>{active}<VisuallyHidden> {t('filter.on')}</VisuallyHidden></span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.title')} className={classes.fields}>
        <FilterFields {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}
