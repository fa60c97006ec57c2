import type { Conditions, QueueRule } from '@kontuar/contracts'
import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConditionsField } from '../../../ui/conditions/ConditionsField.tsx'
import { conditionsAreGood, serverProblems } from '../../../ui/conditions/condition-problems.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { LocationPicker } from '../../../ui/pickers/LocationPicker.tsx'
import { QueuePicker } from '../../../ui/pickers/QueuePicker.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { RuleTrial } from './RuleTrial.tsx'
import { useRuleFields, useSaveRule } from './use-rules.ts'
import shared from '../settings.module.css'
import classes from './rules.module.css'

const priorities = ['urgent', 'high', 'normal', 'low'] as const
interface Values { name: string; conditions: Conditions; queueId: string | null; locationId: string | null; priority: QueueRule['priority']; active: boolean }

export function RuleForm({ rule }: { rule: QueueRule | null }) {
  const { t } = useTranslation('queues')
  const { t: tConditions } = useTranslation('conditions')
  const navigate = useNavigate()
  const fields = useRuleFields()
  const save = useSaveRule(rule?.id ?? null)
  const [tried, setTried] = useState(rule !== null && rule.fault !== null)
  const form = useForm<Values>({
    initialValues: { name: rule?.name ?? '', conditions: rule?.conditions ?? { combinator: 'and', rules: [] }, queueId: rule?.queueId ?? null, locationId: rule?.locationId ?? null, priority: rule?.priority ?? null, active: rule?.active ?? true },
    validateInputOnBlur: ['name'],
    validate: { name: (name) => (name.trim() === '' ? t('rule.nameMissing') : null), queueId: (id) => (id === null ? t('rule.queueMissing') : null) },
  })
  const { values } = form
  const good = fields.length > 0 && conditionsAreGood(values.conditions, fields, { me: false })
  const leave = () => void navigate({ to: '/settings/queue-rules' })
  return (
    <div className={classes.page}>
      <SaveForm
        pending={save.isPending}
        error={save.error}
        errorText={serverProblems(save.error).length > 0 ? t('rule.conditionsWrong') : undefined}
        onSubmit={() => {
          setTried(true)
          if (form.validate().hasErrors || !good || values.queueId === null) return
          save.mutate({ ...values, queueId: values.queueId, name: values.name.trim() }, {
            onSuccess: ({ name }) => {
              showNotice({ message: t('rule.saved', { name }) })
              leave()
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          })
        }}
        beside={<Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/settings/queue-rules" {...props} />}>{t('cancel')}</Button>}
      >
        <TextInput className={shared.narrow} label={t('rule.name')} description={t('rule.nameHint')} maxLength={100} data-autofocus={rule === null || undefined} {...form.getInputProps('name')} />
        <div>
          <ConditionsField label={t('rule.conditions')} value={values.conditions} onChange={(conditions) => form.setFieldValue('conditions', conditions)} fields={fields} error={save.error} checked={tried} me={false} whenEmpty={t('rule.always')} />
          {tried && !good && fields.length > 0 && <p className={classes.wrong} role="alert">{t('rule.conditionsWrong')}</p>}
        </div>
        <RuleTrial conditions={values.conditions} good={good} />
        <div className={shared.pair}>
          <QueuePicker label={t('rule.queue')} comboboxProps={{ position: 'bottom-start' }} value={values.queueId} change={(id) => form.setFieldValue('queueId', id)} error={form.errors['queueId']} />
          <LocationPicker label={t('rule.location')} placeholder={t('rule.locationNone')} comboboxProps={{ position: 'bottom-start' }} value={values.locationId} change={(id) => form.setFieldValue('locationId', id)} error={form.errors['locationId']} />
          <Select allowDeselect={false} label={t('rule.priority')} data={[{ value: '', label: t('rule.priorityNone') }, ...priorities.map((value) => ({ value: value as string, label: tConditions(`priority.${value}`) }))]} value={values.priority ?? ''} onChange={(priority) => form.setFieldValue('priority', (priority || null) as Values['priority'])} />
        </div>
        <Switch label={t('rule.active')} description={t('rule.activeHint')} {...form.getInputProps('active', { type: 'checkbox' })} />
      </SaveForm>
    </div>
  )
}
