import { Button, NativeSelect, Popover, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { addDays, type DashboardPeriod } from '@kontuar/contracts'
import { periodText } from '@kontuar/charts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { periods, type PeriodSearch } from '../search/numbers-search.ts'
import { daysOf } from '../search/period-days.ts'
import classes from './bar.module.css'

interface Given { value: PeriodSearch; usual: DashboardPeriod; today: string; change: (period: { [K in keyof PeriodSearch]: PeriodSearch[K] | undefined }) => void }

/** Of which days, in words; the days themselves stand beside it. */
export function PeriodField({ value, usual, today, change }: Given) {
  const { t } = useTranslation('numbers')
  const own = value.from !== undefined
  const days = daysOf(value, usual, today)
  const said = periodText(`${days.from}T00:00:00Z`, `${days.to}T00:00:00Z`, { locale: currentLocale(), timeZone: 'UTC' })
  const [opened, setOpened] = useState(false)
  const choose = (next: string) => {
    if (next === 'own') return setOpened(true)
    change({ period: next === usual ? undefined : (next as DashboardPeriod), from: undefined, until: undefined })
  }
  return (
    <div className={classes.period} role="group" aria-label={t('period')}>
      <NativeSelect size="xs" aria-label={t('period')} value={own ? 'own' : (value.period ?? usual)} data={[...periods.map((period) => ({ value: period, label: t(`period.${period}`) })), { value: 'own', label: t('period.own') }]} onChange={({ currentTarget }) => choose(currentTarget.value)} />
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button variant="subtle" color="gray" size="compact-sm" className={classes.days} aria-haspopup="dialog" aria-expanded={opened} aria-label={`${t('period.own')}: ${said}`} leftSection={<IconCalendar size={15} stroke={1.5} aria-hidden />} onClick={() => setOpened(!opened)}>{said}</Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('period.own')}>
          {opened && <OwnDays from={days.from} until={addDays(days.to, -1)} today={today} take={(from, until) => { setOpened(false); change({ period: undefined, from, until }) }} />}
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

function OwnDays({ from, until, today, take }: { from: string; until: string; today: string; take: (from: string, until: string) => void }) {
  const { t } = useTranslation('numbers')
  const [days, setDays] = useState({ from, until })
  const turned = days.from !== '' && days.until !== '' && days.from > days.until
  return (
    <form className={classes.ownDays} onSubmit={(event) => { event.preventDefault(); if (!turned && days.from !== '' && days.until !== '') take(days.from, days.until) }}>
      <TextInput type="date" label={t('period.from')} value={days.from} max={today} onChange={(event) => setDays({ ...days, from: event.currentTarget.value })} />
      <TextInput type="date" label={t('period.until')} value={days.until} onChange={(event) => setDays({ ...days, until: event.currentTarget.value })} error={turned ? t('period.turned') : undefined} />
      <Button type="submit">{t('period.show')}</Button>
    </form>
  )
}
