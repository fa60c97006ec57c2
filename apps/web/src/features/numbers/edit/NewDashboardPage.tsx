import { createDashboard, type DashboardDefinition } from '@kontuar/contracts'
import { Button, Radio, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { dashboardsQuery } from '../data/queries.ts'
import classes from './edit.module.css'

const here = getRouteApi('/workspace/numbers/dashboards/new')
const empty: DashboardDefinition = { tiles: [], period: 'last-30-days', compare: 'before' }

/** A dashboard of one's own, empty or as a copy of another. */
export function NewDashboardPage() {
  const { t } = useTranslation('tiles')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { items } = useSuspenseQuery(dashboardsQuery).data
  const { from } = here.useSearch()
  const given = items.find(({ id }) => id === from)
  useTitle(t('new.title'))
  const form = useForm({ initialValues: { name: given ? t('new.copyOf', { name: given.name }) : '', from: given?.id ?? '' }, validateInputOnBlur: ['name'], validate: { name: (name) => (name.trim() === '' ? t('edit.nameless') : null) } })
  const making = useMutation({
    mutationFn: (values: typeof form.values) => api(createDashboard, { body: { name: values.name.trim(), definition: items.find(({ id }) => id === values.from)?.definition ?? empty } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: queryKeys.dashboards.all })
      void navigate({ to: '/numbers/dashboards/$dashboardId/edit', params: { dashboardId: id } })
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <div className={classes.new}>
      <h1 className={classes.newTitle}>{t('new.title')}</h1>
      <SaveForm button={t('new.make')} pending={making.isPending} error={making.error} onSubmit={form.onSubmit((values) => making.mutate(values))} beside={<Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/numbers" {...props} />}>{t('edit.cancel')}</Button>}>
        <TextInput autoFocus label={t('edit.name')} placeholder={t('new.example')} maxLength={100} {...form.getInputProps('name')} />
        <Radio.Group label={t('new.from')} {...form.getInputProps('from')}>
          <div className={classes.checks}>
            <Radio value="" label={t('new.empty')} description={t('new.emptyHint')} />
            {items.map(({ id, name, definition }) => <Radio key={id} value={id} label={name} description={t('new.tiles', { count: definition.tiles.length })} />)}
          </div>
        </Radio.Group>
      </SaveForm>
    </div>
  )
}
