import { changeStatus, type Status } from '@kontuar/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { statusesQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { OnePage } from '../words/OnePage.tsx'
import { RetireButton } from '../words/RetireButton.tsx'
import { StatusForm, type StatusValues } from './StatusForm.tsx'

export function StatusPage() {
  const { t } = useTranslation('settings')
  const { statusKey } = useParams({ strict: false })
  const statuses = useQuery(statusesQuery)
  return <OnePage list={statuses} find={({ key }) => key === statusKey} back={{ to: '/settings/statuses', label: t('statuses.title') }}>{(status) => <ChangeStatus key={status.key} status={status} />}</OnePage>
}

function ChangeStatus({ status }: { status: Status }) {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const name = useNamed()('status', status)
  const save = async (values: StatusValues) => {
    const { colour, anywhere, next, reason, result, onCustomerMessage, isDefault } = values
    // The name of a ready-made status is sent only when somebody changed it: else it would stop being translated.
    await api(changeStatus, { params: { id: status.key }, body: { ...(values.name.trim() === name ? {} : { name: values.name.trim() }), colour, next: anywhere ? null : next, requires: { reason, result }, onCustomerMessage, ...(isDefault && !status.isDefault ? { isDefault } : {}) } })
    await queries.invalidateQueries({ queryKey: queryKeys.statuses })
  }
  const { colour, category, isDefault, next, requires, onCustomerMessage } = status
  return (
    <SettingsPage title={name} text={`${t('statuses.category')}: ${t(`category.${category}`)}`} back={{ to: '/settings/statuses', label: tSettings('statuses.title') }}>
      <StatusForm
        status={status}
        start={{ name, category, colour, isDefault, anywhere: next === null, next: next ?? [], reason: requires.reason, result: requires.result, onCustomerMessage }}
        save={save}
        beside={<RetireButton route={changeStatus} queryKey={queryKeys.statuses} id={status.key} name={name} retired={status.retired} />}
      />
    </SettingsPage>
  )
}
