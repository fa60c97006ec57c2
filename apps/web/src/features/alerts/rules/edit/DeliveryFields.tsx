// Whom the rule tells, by which roads and when; what follows when nobody answers.
import type { AlertDeliveryWish } from '@kontuar/contracts'
import { Button, Checkbox, CloseButton, MultiSelect, SegmentedControl, Switch, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { destinationsQuery } from '../rule-queries.ts'
import { CalendarField } from './KindFields.tsx'
import { NumberField } from './NumberField.tsx'
import { OneRecipientField, RecipientsField } from './RecipientsField.tsx'
import type { Fault, Step } from './rule-values.ts'
import type { RuleForming } from './use-rule-form.ts'
import classes from './edit.module.css'

const roads = ['app', 'push', 'mail', 'sms'] as const
const moments = ['at-once', 'daily', 'weekly'] as const
const mostSteps = 5

export function DeliveryFields({ form }: { form: RuleForming }) {
  const { t } = useTranslation('rules')
  const { t: tAlerts } = useTranslation('alerts')
  const { values, change, left } = form
  const faults = form.faults()
  const wrong = (fault: Fault) => form.shows(fault) && faults.includes(fault) && t(`wrong.${fault}`)
  const destinations = (useQuery(destinationsQuery).data?.items ?? []).filter(({ id, active }) => active || values.destinationIds.includes(id))
  const atOnce = values.urgent || values.when === 'at-once'
  return (
    <>
      <RecipientsField label={t('recipients')} value={values.recipients} change={(recipients) => change({ recipients })} error={wrong('recipients') || wrong('onlyByName')} left={() => { left('recipients'); left('onlyByName') }} />
      <Checkbox.Group label={t('roads')} value={values.roads} onChange={(next) => change({ roads: next as AlertDeliveryWish['roads'] })} error={wrong('roads')}>
        <div className={classes.checks}>{roads.map((road) => <Checkbox key={road} value={road} label={tAlerts(`road.${road}`)} />)}</div>
      </Checkbox.Group>
      {destinations.length > 0 && <MultiSelect className={classes.wide} label={t('destinations')} placeholder={values.destinationIds.length === 0 ? t('destinationsNone') : undefined} hidePickedOptions data={destinations.map(({ id, name }) => ({ value: id, label: name }))} value={values.destinationIds} onChange={(destinationIds) => change({ destinationIds })} />}
      <Switch label={t('urgent')} description={t('urgentHint')} checked={values.urgent} onChange={(event) => change({ urgent: event.currentTarget.checked })} />
      {!values.urgent && (
        <div role="group" aria-label={t('when')}>
          <span className={classes.label}>{t('when')}</span>
          <SegmentedControl size="xs" aria-label={t('when')} value={values.when} onChange={(when) => change({ when: when as AlertDeliveryWish['when'] })} data={moments.map((each) => ({ value: each, label: t(`when.${each}`) }))} />
          {!atOnce && <p className={classes.hint}>{t('whenHint')}</p>}
        </div>
      )}
      {!values.urgent && atOnce && <NumberField label={t('groupMinutes')} description={t('groupHint')} unit={t('unit.minutes')} value={values.groupMinutes} change={(groupMinutes) => change({ groupMinutes })} error={wrong('groupMinutes')} left={() => left('groupMinutes')} />}
      <Escalation form={form} error={wrong('escalation') || wrong('escalationOrder')} />
      <TaskFields form={form} error={wrong('task')} />
      {(values.escalation.length > 0 || values.task !== null) && <CalendarField label={t('calendar')} description={t('calendarHint')} value={values.calendarId} change={(calendarId) => change({ calendarId })} />}
    </>
  )
}

function Escalation({ form: { values, change, left }, error }: { form: RuleForming; error: string | false }) {
  const { t } = useTranslation('rules')
  const { escalation } = values
  const put = (index: number, part: Partial<Step>) => change({ escalation: escalation.map((step, i) => (i === index ? { ...step, ...part } : step)) })
  return (
    <fieldset className={classes.set}>
      <legend>{t('escalation')}</legend>
      <p className={classes.hint}>{t('escalationHint')}</p>
      {escalation.map((step, index) => (
        // Steps have no names of their own; when one goes, the fields of those below begin anew.
        <div key={`${index} of ${escalation.length}`} className={classes.step} role="group" aria-label={t('step', { number: index + 1 })}>
          <NumberField label={t('afterMinutes')} unit={t('unit.minutes')} value={step.afterMinutes} change={(afterMinutes) => put(index, { afterMinutes })} left={() => { left('escalation'); left('escalationOrder') }} />
          <RecipientsField label={t('stepRecipients')} value={step.recipients} change={(recipients) => put(index, { recipients })} left={() => left('escalation')} />
          <CloseButton aria-label={t('stepRemove', { number: index + 1 })} title={t('stepRemove', { number: index + 1 })} onClick={() => change({ escalation: escalation.filter((_, i) => i !== index) })} />
        </div>
      ))}
      {error && <p className={classes.wrong} role="alert">{error}</p>}
      {escalation.length < mostSteps && <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} stroke={1.5} />} onClick={() => change({ escalation: [...escalation, { afterMinutes: (escalation.at(-1)?.afterMinutes ?? 60) + 60, recipients: [{ to: 'role', role: 'manager' }] }] })}>{t('stepAdd')}</Button>}
    </fieldset>
  )
}

function TaskFields({ form: { values, change, left }, error }: { form: RuleForming; error: string | false }) {
  const { t } = useTranslation('rules')
  const { task } = values
  return (
    <>
      <Switch label={t('task')} description={t('taskHint')} checked={task !== null} onChange={(event) => change({ task: event.currentTarget.checked ? { title: '', owner: { to: 'owner' }, dueInHours: 8 } : null })} />
      {task !== null && (
        <div className={classes.inside}>
          <OneRecipientField label={t('taskOwner')} value={task.owner} change={(owner) => change({ task: { ...task, owner } })} />
          <NumberField label={t('taskDue')} unit={t('unit.hours')} decimals value={task.dueInHours} change={(dueInHours) => change({ task: { ...task, dueInHours } })} error={error} left={() => left('task')} />
          <TextInput className={classes.wide} label={t('taskTitle')} placeholder={t('taskTitleUsual')} maxLength={200} value={task.title} onChange={(event) => change({ task: { ...task, title: event.currentTarget.value } })} />
        </div>
      )}
    </>
  )
}
