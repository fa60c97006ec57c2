import { listAlertDestinations } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconPlus, IconWebhook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { DestinationForm } from './DestinationForm.tsx'
import { DestinationRow } from './DestinationRow.tsx'
import classes from '../settings.module.css'

/** Where alerts go besides people: webhooks and chats. */
export function DestinationsPage() {
  const { t } = useTranslation('alerts')
  const { t: tSettings } = useTranslation('settings')
  const manages = useCan('alert.manage')
  const [adding, setAdding] = useState(false)
  const list = useQuery({ queryKey: queryKeys.alerts.destinations, queryFn: ({ signal }) => api(listAlertDestinations, { signal }) })
  const items = list.data?.items ?? []
  const add = manages && !adding && <Button size="compact-sm" leftSection={<IconPlus size={15} stroke={1.75} />} onClick={() => setAdding(true)}>{t('destination.add')}</Button>
  return (
    <SettingsPage title={tSettings('alert-destinations.title')} text={t('destination.text')} action={items.length > 0 ? add : undefined}>
      {adding && <DestinationForm close={() => setAdding(false)} />}
      {list.isPending ? <RowSkeletons rows={3} height={60} /> : list.isError ? <Problem error={list.error} retry={() => void list.refetch()} />
        : items.length === 0 ? (!adding && <EmptyState icon={<IconWebhook size={22} stroke={1.5} />} title={t('destination.empty')} text={t('destination.emptyText')} action={add || undefined} />)
          : <ul className={classes.list}>{items.map((each) => <DestinationRow key={each.id} destination={each} manages={manages} />)}</ul>}
    </SettingsPage>
  )
}
