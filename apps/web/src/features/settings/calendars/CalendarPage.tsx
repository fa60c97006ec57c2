import { changeCalendar, type Calendar } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconCalendarOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { usePatch } from '../words/use-patch.ts'
import { CalendarForm } from './CalendarForm.tsx'
import { useRetireRefusal } from './use-retire-refusal.ts'

const here = getRouteApi('/workspace/settings/routing/calendars/$calendarId')

export function NewCalendarPage() {
  const { t } = useTranslation('times')
  const navigate = useNavigate()
  return (
    <SettingsPage wide title={t('calendar.new')} text={t('calendar.newText')} back={{ to: '/settings/calendars', label: t('calendars') }}>
      <CalendarForm
        calendar={null}
        saved={({ id, name }) => {
          showNotice({ message: t('calendar.added', { name }) })
          void navigate({ to: '/settings/calendars/$calendarId', params: { calendarId: id } })
        }}
      />
    </SettingsPage>
  )
}

function Retire({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation('times')
  const named = useNamed()
  const navigate = useNavigate()
  const patch = usePatch(changeCalendar, queryKeys.calendars)
  const refusal = useRetireRefusal()
  const retire = () => patch.mutate({ id: calendar.id, body: { retired: true }, before: { retired: false }, message: t('retired', { name: named('calendar', calendar) }), quiet: true }, { onSuccess: () => void navigate({ to: '/settings/calendars' }) })
  return (
    <>
      <Button variant="default" onClick={() => patch.isPending || retire()}>{t('retire')}</Button>
      {patch.isError && <div style={{ marginTop: 12 }}><Problem error={patch.error} text={refusal(patch.error)} /></div>}
    </>
  )
}

export function CalendarPage() {
  const { t } = useTranslation('times')
  const named = useNamed()
  const { calendarId } = here.useParams()
  const calendars = useQuery(calendarsQuery)
  const calendar = calendars.data?.items.find(({ id }) => id === calendarId)
  return (
    <SettingsPage wide title={calendar ? named('calendar', calendar) : t('calendar.one')} back={{ to: '/settings/calendars', label: t('calendars') }}>
      {calendars.isPending ? <FormSkeleton /> : calendars.isError ? <Problem error={calendars.error} retry={() => void calendars.refetch()} /> : !calendar ? <EmptyState icon={<IconCalendarOff size={22} stroke={1.5} />} title={t('gone')} text={t('goneText')} /> : (
        <>
          <Section><CalendarForm key={calendar.id} calendar={calendar} saved={() => {}} /></Section>
          {!calendar.retired && !calendar.isDefault && <Section title={t('calendar.retireTitle')} text={t('calendar.retireText')}><Retire calendar={calendar} /></Section>}
        </>
      )}
    </SettingsPage>
  )
}
