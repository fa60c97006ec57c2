import type { CalendarDefinition, Shift, Weekday } from '@kontuar/calendar'
import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { weekdays } from './calendar-problems.ts'
import { DayBar } from './DayBar.tsx'
import { ShiftsField } from './ShiftsField.tsx'
import { weekdayName } from './when.ts'
import classes from './week.module.css'

interface Props { value: CalendarDefinition['weekly']; change: (weekly: CalendarDefinition['weekly']) => void; wrongAt: (path: string) => string | undefined }

/** The usual week, day by day, each with a bar that shows where its hours lie. */
export function WeekEditor({ value, change, wrongAt }: Props) {
  const { t } = useTranslation('times')
  const of = (day: Weekday): Shift[] => value[day] ?? []
  const copy = (from: Weekday, to: readonly Weekday[]) => change({ ...value, ...Object.fromEntries(to.map((day) => [day, structuredClone(of(from))])) })
  const never = wrongAt('/weekly')
  return (
    <>
      <div className={classes.week}>
        {weekdays.map((day, index) => {
          const name = weekdayName(day)
          return (
            <div key={day} className={classes.day}>
              <span className={classes.dayName} aria-hidden>{name}</span>
              <DayBar shifts={of(day)} before={of(weekdays[(index + 6) % 7]!)} />
              <ShiftsField
                day={name}
                value={of(day)}
                change={(shifts) => change({ ...value, [day]: shifts })}
                wrongAt={(place) => wrongAt(`/weekly/${day}${place}`)}
                beside={(
                  <Menu position="bottom-end" width={220}>
                    <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('week.copyOf', { day: name })} title={t('week.copy')}><IconCopy size={15} stroke={1.5} aria-hidden /></ActionIcon></Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => copy(day, ['1', '2', '3', '4', '5'])}>{t('week.copyWorkdays')}</Menu.Item>
                      <Menu.Item onClick={() => copy(day, weekdays)}>{t('week.copyAll')}</Menu.Item>
                      <Menu.Divider />
                      {weekdays.filter((each) => each !== day).map((each) => <Menu.Item key={each} onClick={() => copy(day, [each])}>{t('week.copyTo', { day: weekdayName(each) })}</Menu.Item>)}
                    </Menu.Dropdown>
                  </Menu>
                )}
              />
            </div>
          )
        })}
      </div>
      {never && <p className={classes.wrong} role="alert">{never}</p>}
    </>
  )
}
