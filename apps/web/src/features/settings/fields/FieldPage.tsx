import { changeCustomField, type CustomField } from '@kontuar/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { customFieldsQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { OnePage } from '../words/OnePage.tsx'
import { RetireButton } from '../words/RetireButton.tsx'
import { FieldForm, wish, type FieldValuesOfForm } from './FieldForm.tsx'

export function FieldPage() {
  const { t } = useTranslation('settings')
  const { fieldId } = useParams({ strict: false })
  const fields = useQuery(customFieldsQuery)
  return <OnePage list={fields} find={({ id }) => id === fieldId} back={{ to: '/settings/fields', label: t('fields.title') }}>{(field) => <ChangeField key={field.id} field={field} />}</OnePage>
}

function ChangeField({ field }: { field: CustomField }) {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const { id, name, subject, type, help, options, required, retired } = field
  const { always, statuses = [], queues = [], reasons = [] } = required
  const save = async (values: FieldValuesOfForm) => {
    await api(changeCustomField, { params: { id }, body: wish(values) })
    await Promise.all([queries.invalidateQueries({ queryKey: queryKeys.customFields }), queries.invalidateQueries({ queryKey: queryKeys.ticketFields })])
  }
  return (
    <SettingsPage title={name} text={`${t(`subject.${subject}`)} · ${t(`type.${type}`)}`} back={{ to: '/settings/fields', label: tSettings('fields.title') }}>
      <FieldForm
        field={field}
        start={{ name, subject, type, help, options, needed: always ? 'always' : statuses.length + queues.length + reasons.length > 0 ? 'when' : 'never', statuses, queues, reasons }}
        save={save}
        beside={<RetireButton route={changeCustomField} queryKey={queryKeys.customFields} id={id} name={name} retired={retired} />}
      />
    </SettingsPage>
  )
}
