import { changeAlertRule, createAlertRule, type AlertRule, type NewAlertRule } from '@kontuar/contracts'
import { Button, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { ApiProblem } from '../../../../api/problem.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { conditionsAreGood } from '../../../../ui/conditions/condition-problems.ts'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { showNotice } from '../../../../ui/undo.ts'
import { metricsQuery, useFields } from '../../../numbers/data/index.ts'
import { BackTest } from '../past/BackTest.tsx'
import { useAlertFields } from '../rule-queries.ts'
import { DeliveryFields } from './DeliveryFields.tsx'
import { InPlainWords } from './InPlainWords.tsx'
import { KindFields } from './KindFields.tsx'
import { NoisyQuestion, isNoisy } from './NoisyQuestion.tsx'
import { definitionOf, deliveryOf, type RuleValues } from './rule-values.ts'
import { useRuleForm, type RuleForming } from './use-rule-form.ts'
import classes from './edit.module.css'

interface Given { rule: AlertRule | null; /** A ready-made one. */ begin: RuleValues | null; /** The back-test the address names. */ test: string | undefined; setTest: (id: string) => void; /** Begins anew with what is saved. */ anew: () => void }

export function RuleForm({ rule, begin, test, setTest, anew }: Given) {
  const { t } = useTranslation('rules')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const form = useRuleForm(rule, begin)
  const { values, change, asked } = form
  const dimensions = useQuery(metricsQuery()).data?.items.find(({ name }) => name === values.metric)?.dimensions
  const faults = form.faults(dimensions)
  const whole = faults.length === 0
  // The past asks for no name.
  const nothingButNameMissing = faults.every((fault) => fault === 'name')
  const good = useConditionsAreGood(form)
  const read = useMemo(() => ({ definition: definitionOf(values), delivery: deliveryOf(values) }), [values])
  const of = JSON.stringify(read)
  const save = useMutation({
    mutationFn: (body: NewAlertRule) => (rule === null ? api(createAlertRule, { body }) : api(changeAlertRule, { params: { id: rule.id }, body })),
    onSuccess: ({ name }) => {
      form.discard()
      showNotice({ message: t('saved', { name }) })
      void navigate({ to: '/alerts/rules' })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.alerts.all }),
  })
  const send = (evenIfNoisy: boolean) => {
    form.tryAll()
    if (!whole || !good || read.definition === null || read.delivery === null) return
    save.mutate({ name: values.name.trim(), active: values.active, definition: read.definition, delivery: read.delivery, ...(evenIfNoisy && { evenIfNoisy }) })
  }
  const taken = save.error instanceof ApiProblem && save.error.code === 'conflict'
  const noName = form.shows('name') && values.name.trim() === ''
  const wrongHere = form.tried && (!whole || !good)
  const testId = test ?? asked?.id
  return (
    <div className={classes.columns}>
      <SaveForm
        pending={save.isPending} error={save.error !== null && !isNoisy(save.error) && !taken ? save.error : undefined} errorText={save.error instanceof ApiProblem && save.error.code === 'invalid-input' ? save.error.detail : undefined}
        onSubmit={() => send(false)} beside={<Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/alerts/rules" {...props} />}>{t('cancel')}</Button>}
      >
        {form.restored && <p className={classes.restored} role="note">{t('restored')} <Button variant="subtle" size="compact-sm" onClick={() => { form.discard(); anew() }}>{t('restoredDrop')}</Button></p>}
        <TextInput className={classes.wide} label={t('name')} description={t('nameHint')} maxLength={100} value={values.name} onChange={(event) => { save.reset(); change({ name: event.currentTarget.value }) }} onBlur={() => form.left('name')} error={noName ? t('wrong.name') : taken && t('wrong.taken')} />
        <h2 className={classes.part}>{t('part.watches')}</h2>
        <KindFields form={form} error={save.error} />
        <h2 className={classes.part}>{t('part.tells')}</h2>
        <DeliveryFields form={form} />
        <h2 className={classes.part}>{t('part.past')}</h2>
        <BackTest testId={testId} outdated={testId !== undefined && asked?.id === testId && asked.of !== of} wish={nothingButNameMissing && good ? read : null} complain={form.tryAll} started={(id) => { form.ask({ id, of }); setTest(id) }} />
        <Switch label={t('active')} description={t('activeHint')} checked={values.active} onChange={(event) => change({ active: event.currentTarget.checked })} />
        {wrongHere && <p className={classes.wrong} role="alert">{t('wrong.somewhere')}</p>}
        {isNoisy(save.error) && <NoisyQuestion error={save.error} pending={save.isPending} yes={() => send(true)} no={() => save.reset()} />}
      </SaveForm>
      <aside className={classes.aside}><InPlainWords definition={read.definition} delivery={read.delivery} /></aside>
    </div>
  )
}

/** Of the kind that is chosen alone; while it is not known what may be asked, the server decides. */
function useConditionsAreGood({ values }: RuleForming): boolean {
  const fields = useAlertFields(values.on)
  const numbers = useFields()
  const { kind } = values
  const asked = kind === 'figure' ? [values.figureWhere] : kind === 'sequence' ? [values.fits, values.among] : kind === 'warning' ? [] : [values.where]
  const known = kind === 'figure' ? numbers : fields
  return known.length === 0 || asked.every((conditions) => conditionsAreGood(conditions, known, { me: false }))
}
