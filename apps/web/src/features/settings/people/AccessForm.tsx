import { setAccess, type Access, type Staff } from '@kontuar/contracts'
import { MultiSelect, Radio } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useLocations, useQueues } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { refusalText } from '../words/refusal.ts'
import { AccessSentence } from './AccessSentence.tsx'
import classes from '../settings.module.css'

export function AccessForm({ person, given, disabled }: { person: Staff; given: Access; disabled: boolean }) {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const queries = useQueryClient()
  const named = useNamed()
  const form = useForm<Access>({ initialValues: given })
  const { access, queueIds, locationIds } = form.values
  const queues = useQueues().filter(({ id, retired }) => !retired || queueIds.includes(id))
  const locations = useLocations().filter(({ id, retired }) => !retired || locationIds.includes(id))
  const served = queues.filter(({ serverIds, retired }) => !retired && serverIds.includes(person.id))
  const read = () => Promise.all([queries.invalidateQueries({ queryKey: queryKeys.access(person.id) }), queries.invalidateQueries({ queryKey: queryKeys.queues })])
  const saving = useMutation({
    mutationFn: (body: Access) => api(setAccess, { params: { id: person.id }, body }),
    onSuccess: async () => {
      showNotice({ message: t('access.saved', { name: person.name }), undo: () => void api(setAccess, { params: { id: person.id }, body: given }).finally(read) })
      await read()
    },
  })
  const fields = (
    <>
      <Radio.Group aria-label={t('access.title')} value={access} onChange={(value) => form.setFieldValue('access', value as Access['access'])}>
        <div className={classes.checks}>
          <Radio value="everything" label={t('access.everything')} disabled={disabled} />
          <Radio value="granted" label={t('access.granted')} disabled={disabled} />
        </div>
      </Radio.Group>
      {access === 'granted' && (
        <>
          <MultiSelect className={classes.wideField} label={t('access.queues')} description={t('access.queuesHint')} readOnly={disabled} data={queues.map((queue) => ({ value: queue.id, label: named('queue', queue) }))} searchable hidePickedOptions nothingFoundMessage={everywhere('picker.nothing')} {...form.getInputProps('queueIds')} />
          <MultiSelect className={classes.wideField} label={t('access.locations')} description={t('access.locationsHint')} readOnly={disabled} data={locations.map(({ id, name }) => ({ value: id, label: name }))} searchable hidePickedOptions nothingFoundMessage={everywhere('picker.nothing')} {...form.getInputProps('locationIds')} />
        </>
      )}
      <AccessSentence
        everything={access === 'everything'}
        queues={queues.filter(({ id }) => queueIds.includes(id) || served.some((each) => each.id === id)).map((queue) => named('queue', queue))}
        served={served.map((queue) => named('queue', queue))}
        locations={locations.filter(({ id }) => locationIds.includes(id)).map(({ name }) => name)}
      />
    </>
  )
  if (disabled) return <div className={classes.stack}>{fields}</div>
  return (
    <SaveForm button={t('access.save')} pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} errorText={refusalText(saving.error, tDesk)} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      {fields}
    </SaveForm>
  )
}
