import type { CalendarDefinition } from '@kontuar/calendar'
import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countries } from './countries.ts'
import { HolidayList } from './HolidayList.tsx'
import shared from '../settings.module.css'

interface Props {
  value: CalendarDefinition['holidays']
  change: (holidays: CalendarDefinition['holidays']) => void
  /** Of the stored calendar; the list shows what is stored. */
  calendarId: string | null
  asStored: boolean
  wrong: string | undefined
}

export function HolidaysField({ value, change, calendarId, asStored, wrong }: Props) {
  const { t } = useTranslation('times')
  const { t: everywhere } = useTranslation()
  const choices = useMemo(() => [{ value: '', label: t('holidays.none') }, ...countries()], [t])
  return (
    <>
      <Select
        className={shared.narrow}
        label={t('holidays.country')}
        description={value?.region ? t('holidays.region', { region: value.region }) : t('holidays.countryHint')}
        searchable
        allowDeselect={false}
        nothingFoundMessage={everywhere('picker.nothing')}
        data={choices}
        value={value?.country ?? ''}
        error={wrong}
        onChange={(country) => change(country ? (country === value?.country ? value : { country }) : null)}
      />
      {calendarId !== null && asStored ? <HolidayList calendarId={calendarId} /> : <p className={shared.rowText}>{t('holidays.afterSaving')}</p>}
    </>
  )
}
