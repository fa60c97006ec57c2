import { changeTouchpoint, createTouchpoint, type Touchpoint } from '@kontuar/contracts'
import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { ConditionsField } from '../../../../ui/conditions/ConditionsField.tsx'
import { conditionsAreGood, serverProblems } from '../../../../ui/conditions/condition-problems.ts'
import { useTicketFields } from '../../../../ui/conditions/use-ticket-fields.ts'
import { fieldErrors } from '../../../../ui/form-errors.ts'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { showNotice } from '../../../../ui/undo.ts'
import { surveysQuery } from '../../surveys/survey-queries.ts'
import { hasTicket } from '../sentence/asking-shape.ts'
import { Trial } from '../trial/Trial.tsx'
import { HowOftenFields } from './HowOftenFields.tsx'
import { InOneSentence } from './InOneSentence.tsx'
import { TriggerFields } from './TriggerFields.tsx'
import { definitionOf, faults, isReadable, valuesOf, type TouchpointValues } from './touchpoint-values.ts'
import classes from './touchpoint.module.css'

export function TouchpointForm({ touchpoint, surveyId, usualRest }: { touchpoint: Touchpoint | null; surveyId: string | null; usualRest: number | undefined }) {
  const { t } = useTranslation('asking')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const fields = useTicketFields()
  const surveys = useInfiniteQuery(surveysQuery('false')).data?.pages.flatMap(({ items }) => items) ?? []
  const [tried, setTried] = useState(false)
  const say = (wrong: boolean, key: 'wrong.survey' | 'wrong.name' | 'wrong.delay' | 'wrong.share' | 'wrong.rest') => (wrong ? t(key) : null)
  const form = useForm<TouchpointValues>({
    initialValues: valuesOf(touchpoint, surveyId, usualRest),
    validateInputOnBlur: true,
    validate: {
      surveyId: (_, values) => say(faults.survey(values), 'wrong.survey'), name: (_, values) => say(faults.name({ ...values, name: values.name || t(`name.${values.trigger}`) }), 'wrong.name'),
      delayAmount: (_, values) => say(faults.delay(values), 'wrong.delay'), share: (_, values) => say(faults.share(values), 'wrong.share'), restDays: (_, values) => say(faults.rest(values), 'wrong.rest'),
    },
  })
  const { values } = form
  const conditionsGood = !hasTicket(values.trigger) || (fields.length > 0 && conditionsAreGood(values.conditions, fields, { me: false }))
  const leave = () => void (surveyId === null ? navigate({ to: '/feedback/touchpoints' }) : navigate({ to: '/feedback/surveys/$surveyId/ask', params: { surveyId } }))
  const saving = useMutation({
    mutationFn: (given: TouchpointValues) => {
      const shared = { name: given.name.trim() || t(`name.${given.trigger}`), definition: definitionOf(given), active: given.active }
      return touchpoint === null ? api(createTouchpoint, { body: { ...shared, surveyId: given.surveyId!, trigger: given.trigger } }) : api(changeTouchpoint, { params: { id: touchpoint.id }, body: shared })
    },
    onSuccess: ({ name }) => {
      showNotice({ message: t('saved', { name }) })
      leave()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.touchpoints.all }),
  })
  const definition = isReadable(values) ? definitionOf(values) : null
  return (
    <div className={classes.columns}>
      <SaveForm
        pending={saving.isPending}
        error={saving.error}
        errorText={serverProblems(saving.error).length > 0 ? t('wrong.conditions') : undefined}
        onSubmit={() => {
          setTried(true)
          if (!form.validate().hasErrors && conditionsGood) saving.mutate(values)
        }}
        beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>}
      >
        {touchpoint === null ? (
          <Select className={classes.wide} label={t('survey')} placeholder={t('surveyChoose')} searchable={surveys.length > 8} allowDeselect={false} data={surveys.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('surveyId')} />
        ) : (
          <p className={classes.fixed}>{t('asksSurvey')} <Link to="/feedback/surveys/$surveyId/ask" params={{ surveyId: touchpoint.surveyId }}>{touchpoint.surveyName}</Link></p>
        )}
        <TriggerFields form={form} fixed={touchpoint !== null} />
        {hasTicket(values.trigger) && (
          <div>
            <ConditionsField label={t('conditions')} value={values.conditions} onChange={(conditions) => form.setFieldValue('conditions', conditions)} fields={fields} error={saving.error} checked={tried} me={false} whenEmpty={t('conditionsNone')} />
            {tried && !conditionsGood && fields.length > 0 && <p className={classes.wrong} role="alert">{t('wrong.conditions')}</p>}
          </div>
        )}
        <HowOftenFields form={form} usualRest={usualRest} />
        <TextInput className={classes.wide} label={t('name')} description={t('nameHint')} placeholder={t(`name.${values.trigger}`)} maxLength={200} {...form.getInputProps('name')} />
        <Switch label={t('active')} description={t('activeHint')} {...form.getInputProps('active', { type: 'checkbox' })} />
      </SaveForm>
      <aside className={classes.aside}>
        <InOneSentence trigger={values.trigger} definition={definition} usualRest={usualRest} fields={fields} />
        <Trial trigger={values.trigger} definition={conditionsGood ? definition : null} />
      </aside>
    </div>
  )
}
