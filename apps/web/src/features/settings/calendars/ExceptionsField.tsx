import type { CalendarDefinition } from '@kontuar/calendar'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ExceptionRow } from './ExceptionRow.tsx'
import classes from './calendars.module.css'

interface Props { value: CalendarDefinition['exceptions']; change: (exceptions: CalendarDefinition['exceptions']) => void; wrongAt: (path: string) => string | undefined }

/** Closed and half days of the organization's own. */
export function ExceptionsField({ value, change, wrongAt }: Props) {
  const { t } = useTranslation('times')
  const list = useRef<HTMLOListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const count = useRef(value.length)
  useEffect(() => {
    if (value.length > count.current) list.current?.lastElementChild?.querySelector<HTMLElement>('input[type=date]')?.focus()
    if (value.length < count.current) add.current?.focus()
    count.current = value.length
  }, [value.length])
  const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  return (
    <div className={classes.exceptions}>
      {value.length > 0 && (
        <ol ref={list}>
          {value.map((exception, index) => (
            <ExceptionRow
              key={index}
              value={exception}
              change={(next) => change(value.map((each, at) => (at === index ? next : each)))}
              remove={() => change(value.filter((_, at) => at !== index))}
              wrongAt={(place) => wrongAt(`/exceptions/${index}${place}`)}
            />
          ))}
        </ol>
      )}
      <Button ref={add} variant="default" size="compact-sm" leftSection={<IconPlus size={15} stroke={1.5} aria-hidden />} onClick={() => change([...value, { on: tomorrow(), shifts: [] }])}>{t('exceptions.add')}</Button>
    </div>
  )
}
