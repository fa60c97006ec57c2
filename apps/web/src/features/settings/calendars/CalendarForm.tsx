import type { CalendarDefinition } from '@kontuar/calendar'
import type { Calendar } from '@kontuar/contracts'
import { Button, Select, Switch, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { timeZones } from '../../../ui/time-zones.ts'
import { Section } from '../SettingsPage.tsx'
import { problemsOf, serverSentences } from './calendar-problems.ts'
import { ExceptionsField } from './ExceptionsField.tsx'
import { HolidaysField } from './HolidaysField.tsx'
import { TryCalendar } from './TryCalendar.tsx'
import { asBody, definitionOf, useSaveCalendar } from './use-calendars.ts'
import { useProblemWords } from './use-problem-words.ts'
import { WeekEditor } from './WeekEditor.tsx'
import shared from '../settings.module.css'

const usual = (timeZone: string): CalendarDefinition => ({ timeZone, weekly: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '17:00' }]])), holidays: null, exceptions: [] })
/** A name of spaces is none. */
const tidy = (definition: CalendarDefinition): CalendarDefinition => ({ ...definition, exceptions: definition.exceptions.map(({ name, ...rest }) => ({ ...rest, ...(name?.trim() ? { name: name.trim() } : {}) })) })

export function CalendarForm({ calendar, saved }: { calendar: Calendar | null; saved: (calendar: Calendar) => void }) {
  const { t } = useTranslation('times')
  const { organization } = useMe()
  const named = useNamed()
  const stored = useMemo(() => (calendar ? definitionOf(calendar) : usual(organization.timeZone)), [calendar, organization.timeZone])
  const shownName = calendar ? named('calendar', calendar) : ''
  const [name, setName] = useState(shownName)
  const [definition, setDefinition] = useState(stored)
  const [isDefault, setDefault] = useState(calendar?.isDefault ?? false)
  const [nameLeft, setNameLeft] = useState(false)
  const save = useSaveCalendar(calendar?.id ?? null)
  const words = useProblemWords()
  const problems = problemsOf(definition)
  const sentences = serverSentences(save.error)
  const wrongAt = (path: string) => {
    const found = problems.find((each) => each.path === path)
    return found ? words(found) : sentences.get(path)
  }
  const put = (part: Partial<CalendarDefinition>) => {
    setDefinition({ ...definition, ...part })
    if (save.isError || save.isSuccess) save.reset()
  }
  const nameTaken = save.error instanceof ApiProblem && save.error.code === 'conflict'
  const nameWrong = nameLeft && name.trim() === '' ? t('nameMissing') : nameTaken ? t('nameTaken') : null
  const submit = () => {
    setNameLeft(true)
    if (name.trim() === '' || problems.length > 0) return
    save.mutate({ name: calendar && name.trim() === shownName ? calendar.name : name.trim(), definition: asBody(tidy(definition)), ...(isDefault && !calendar?.isDefault ? { isDefault: true as const } : {}) }, { onSuccess: saved })
  }
  return (
    <>
      <SaveForm
        pending={save.isPending}
        saved={save.isSuccess}
        error={nameTaken ? null : save.error}
        errorText={sentences.size > 0 ? t('calendar.refused') : undefined}
        onSubmit={submit}
        beside={calendar === null && <Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/settings/calendars" {...props} />}>{t('cancel')}</Button>}
      >
        <TextInput className={shared.narrow} label={t('name')} maxLength={100} value={name} error={nameWrong} onBlur={() => setNameLeft(true)} onChange={(event) => setName(event.currentTarget.value)} data-autofocus={calendar === null || undefined} />
        <Select className={shared.narrow} label={t('calendar.zone')} description={t('calendar.zoneHint')} searchable allowDeselect={false} limit={100} data={timeZones()} value={definition.timeZone} error={wrongAt('/timeZone')} onChange={(timeZone) => timeZone && put({ timeZone })} />
        <Section title={t('week.title')} text={t('week.text')}>
          <WeekEditor value={definition.weekly} change={(weekly) => put({ weekly })} wrongAt={wrongAt} />
        </Section>
        <Section title={t('holidays.title')}>
          <HolidaysField value={definition.holidays} change={(holidays) => put({ holidays })} calendarId={calendar?.id ?? null} asStored={JSON.stringify([definition.holidays, definition.exceptions]) === JSON.stringify([stored.holidays, stored.exceptions])} wrong={wrongAt('/holidays/country')} />
        </Section>
        <Section title={t('exceptions.title')} text={t('exceptions.text')}>
          <ExceptionsField value={definition.exceptions} change={(exceptions) => put({ exceptions })} wrongAt={wrongAt} />
        </Section>
        <Section title={t('try.title')} text={t('try.text')}>
          <TryCalendar definition={definition} good={problems.length === 0} />
        </Section>
        <Section>
          <Switch label={t('calendar.default')} description={calendar?.isDefault ? t('calendar.defaultIs') : t('calendar.defaultHint')} disabled={calendar?.isDefault ?? false} checked={isDefault} onChange={(event) => setDefault(event.currentTarget.checked)} />
        </Section>
        {calendar && <p className={shared.rowText}>{t('calendar.moves')}</p>}
      </SaveForm>
    </>
  )
}
