import { Button, NativeSelect, Popover, SegmentedControl, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { periods, type Period, type PeriodSearch } from '../answer-search.ts'
import { dayBefore, dayWords, spanWords } from '../days.ts'
import classes from './filter.module.css'

/** Of which days. `value` without any means what `usual` says. */
export function PeriodField({ value, usual, today, change }: { value: PeriodSearch; usual: Period; today: string; change: (period: PeriodSearch) => void }) {
  const { t } = useTranslation('answers')
  const own = value.from !== undefined || value.until !== undefined
  const chosen = own ? '' : (value.period ?? usual)
  const options = periods.map((period) => ({ value: period, label: t(`period.${period}`) }))
  const take = (period: string) => change(period === usual ? {} : { period: period as Period })
  return (
    <div className={classes.period} role="group" aria-label={t('period')}>
      <SegmentedControl size="xs" className={classes.segments} aria-label={t('period')} value={chosen} data={options} onChange={take} />
      <NativeSelect size="xs" className={classes.narrowPeriod} aria-label={t('period')} value={chosen} data={own ? [{ value: '', label: t('period.own') }, ...options] : options} onChange={({ currentTarget }) => { if (currentTarget.value !== '') take(currentTarget.value) }} />
      <OwnDays value={value} today={today} change={change} own={own} />
    </div>
  )
}

function ownWords({ from, until }: PeriodSearch, since: string, to: string): string {
  const locale = currentLocale()
  if (from !== undefined && until !== undefined) return spanWords(from, until, locale)
  return from !== undefined ? `${since} ${dayWords(from, locale)}` : `${to} ${dayWords(until!, locale)}`
}

function OwnDays({ value, today, own, change }: { value: PeriodSearch; today: string; own: boolean; change: (period: PeriodSearch) => void }) {
  const { t } = useTranslation('answers')
  const [opened, setOpened] = useState(false)
  const [days, setDays] = useState({ from: '', until: '' })
  const turned = days.from !== '' && days.until !== '' && days.from > days.until
  const open = () => {
    setDays({ from: value.from ?? dayBefore(today, 29), until: value.until ?? today })
    setOpened(!opened)
  }
  const take = () => {
    if (turned || (days.from === '' && days.until === '')) return
    setOpened(false)
    change({ ...(days.from !== '' && { from: days.from }), ...(days.until !== '' && { until: days.until }) })
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant={own ? 'light' : 'subtle'} color={own ? 'teal' : 'gray'} size="compact-sm" aria-haspopup="dialog" aria-expanded={opened} leftSection={<IconCalendar size={15} stroke={1.5} aria-hidden />} onClick={open}>
          {own ? ownWords(value, t('period.since'), t('period.untilDay')) : t('period.own')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('period.own')}>
        <form className={classes.days} onSubmit={(event) => { event.preventDefault(); take() }}>
          <TextInput type="date" label={t('period.from')} value={days.from} max={today} onChange={(event) => setDays({ ...days, from: event.currentTarget.value })} />
          <TextInput type="date" label={t('period.until')} value={days.until} onChange={(event) => setDays({ ...days, until: event.currentTarget.value })} error={turned ? t('period.turned') : undefined} />
          <Button type="submit">{t('period.show')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
