import type { Queue } from '@kontuar/contracts'
import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ColourPicker } from '../../../ui/colour/ColourPicker.tsx'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { AssignmentField } from './AssignmentField.tsx'
import { ServersField } from './ServersField.tsx'
import { TimesFields } from './TimesFields.tsx'
import { useSaveQueue } from './use-queue.ts'
import { Section } from '../SettingsPage.tsx'
import shared from '../settings.module.css'

const orders = ['due', 'oldest', 'priority'] as const
const priorities = ['urgent', 'high', 'normal', 'low'] as const

export function QueueForm({ queue, saved }: { queue: Queue | null; saved: (queue: Queue) => void }) {
  const { t } = useTranslation('queues')
  const { t: tConditions } = useTranslation('conditions')
  const named = useNamed()
  const shownName = queue === null ? '' : named('queue', queue)
  const save = useSaveQueue(queue?.id ?? null)
  const form = useForm({
    initialValues: {
      name: shownName, colour: queue?.colour ?? ('blue' as const), defaultPriority: queue?.defaultPriority ?? ('normal' as const), orderOfWork: queue?.orderOfWork ?? ('due' as const),
      calendarId: queue?.calendarId ?? null, slaPolicyId: queue?.slaPolicyId ?? null, legalBasisCode: queue?.legalBasisCode ?? null,
      memberIds: queue?.memberIds ?? [], teamIds: queue?.teamIds ?? [], assignment: queue?.assignment ?? { mode: 'hand' as const }, isDefault: queue?.isDefault ?? false,
    } as Omit<Queue, 'id' | 'readyMade' | 'position' | 'serverIds' | 'retired'>,
    validateInputOnBlur: ['name'],
    validate: { name: (name) => (name.trim() === '' ? t('nameMissing') : null) },
  })
  const { values } = form
  // A name that only reads differently here stays the ready-made one, which everybody sees in their own language.
  const send = ({ name, isDefault, ...rest }: typeof values) => save.mutate(
    { ...rest, name: queue !== null && name.trim() === shownName ? queue.name : name.trim(), ...(isDefault && !queue?.isDefault ? { isDefault: true as const } : {}) },
    { onSuccess: saved, onError: (error) => form.setErrors(mine(fieldErrors(error))) },
  )
  const mine = (errors: Record<string, string>) => Object.fromEntries(Object.entries(errors).map(([field, what]) => [field, field === 'name' ? t('nameTaken') : what]))

  return (
    <SaveForm
      pending={save.isPending}
      saved={save.isSuccess}
      error={save.error}
      onSubmit={form.onSubmit(send)}
      beside={queue === null && <Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/settings/queues" {...props} />}>{t('cancel')}</Button>}
    >
      <TextInput className={shared.narrow} label={t('name')} maxLength={100} data-autofocus={queue === null || undefined} {...form.getInputProps('name')} />
      <ColourPicker label={t('colour')} value={values.colour} change={(colour) => form.setFieldValue('colour', colour)} />
      <Section title={t('section.people')} text={t('section.peopleText')}>
        <ServersField memberIds={values.memberIds} teamIds={values.teamIds} change={(servers) => form.setValues(servers)} />
      </Section>
      <Section title={t('section.work')} text={t('section.workText')}>
        <div className={shared.pair}>
          <Select allowDeselect={false} label={t('priority')} description={t('priorityHint')} data={priorities.map((value) => ({ value, label: tConditions(`priority.${value}`) }))} {...form.getInputProps('defaultPriority')} />
          <Select allowDeselect={false} label={t('order')} description={t(`orderText.${values.orderOfWork}`)} data={orders.map((value) => ({ value, label: t(`order.${value}`) }))} {...form.getInputProps('orderOfWork')} />
        </div>
      </Section>
      <Section title={t('section.times')} text={t('section.timesText')}>
        <TimesFields calendarId={values.calendarId} slaPolicyId={values.slaPolicyId} legalBasisCode={values.legalBasisCode} change={(times) => form.setValues(times)} errors={form.errors} />
      </Section>
      <Section title={t('section.assignment')} text={t('section.assignmentText')}>
        <AssignmentField value={values.assignment} change={(assignment) => form.setFieldValue('assignment', assignment)} />
      </Section>
      <Section title={t('section.default')}>
        <Switch
          label={t('default')}
          description={queue?.isDefault ? t('defaultIs') : t('defaultHint')}
          disabled={queue?.isDefault ?? false}
          {...form.getInputProps('isDefault', { type: 'checkbox' })}
        />
      </Section>
    </SaveForm>
  )
}
