import type { SlaDefinition, SlaPolicy } from '@kontuar/contracts'
import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '../../../api/desk.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { ConditionsField } from '../../../ui/conditions/ConditionsField.tsx'
import { conditionsAreGood } from '../../../ui/conditions/condition-problems.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { Section } from '../SettingsPage.tsx'
import { EscalationsField } from './EscalationsField.tsx'
import { PausesField } from './PausesField.tsx'
import { PolicyPreview } from './PolicyPreview.tsx'
import { StatusTargets } from './StatusTargets.tsx'
import { TargetField } from './TargetField.tsx'
import { usePolicyFields, usePreviewPolicy, useSavePolicy } from './use-policies.ts'
import { inOrder } from './use-policy-words.ts'
import shared from '../settings.module.css'
import classes from './sla.module.css'

const fresh: SlaDefinition = { conditions: { combinator: 'and', rules: [] }, calendarId: null, targets: { firstResponse: { seconds: 28_800, clock: 'business' }, nextResponse: null, resolution: null, statuses: {} }, warnAt: 0.75, pausesIn: ['waiting'], escalations: [] }
const kinds = [['firstResponse', 'first-response', 28_800], ['nextResponse', 'next-response', 28_800], ['resolution', 'resolution', 144_000]] as const

export function PolicyForm({ policy, saved }: { policy: SlaPolicy | null; saved: (policy: SlaPolicy) => void }) {
  const { t } = useTranslation('times')
  const { t: everywhere } = useTranslation()
  const named = useNamed()
  const fields = usePolicyFields()
  const calendars = useQuery(calendarsQuery).data?.items ?? []
  const shownName = policy ? named('policy', policy) : ''
  const [name, setName] = useState(shownName)
  const [definition, setDefinition] = useState(policy?.definition ?? fresh)
  const [tried, setTried] = useState(false)
  const save = useSavePolicy(policy?.id ?? null)
  const preview = usePreviewPolicy(policy?.id ?? '')
  const { targets } = definition
  const put = (part: Partial<SlaDefinition>) => {
    setDefinition({ ...definition, ...part })
    preview.reset()
    if (!save.isIdle) save.reset()
  }
  const good = fields.length > 0 && conditionsAreGood(definition.conditions, fields, { me: false })
  const short = [targets.firstResponse, targets.nextResponse, targets.resolution, ...Object.values(targets.statuses)].some((target) => target !== null && target.seconds < 60)
  const wished = { ...definition, escalations: inOrder(definition.escalations) }
  const body = { name: policy && name.trim() === shownName ? policy.name : name.trim(), definition: wished }
  const store = () => save.mutate(body, {
    onSuccess: (done) => {
      setDefinition(done.definition)
      preview.reset()
      saved(done)
    },
  })
  const submit = () => {
    setTried(true)
    if (name.trim() === '' || !good || short) return
    if (policy === null || JSON.stringify(wished) === JSON.stringify(policy.definition)) return store()
    preview.mutate(wished, { onSuccess: ({ moved }) => { if (moved === 0) store() } })
  }
  const error = save.error ?? preview.error
  const taken = error instanceof ApiProblem && error.code === 'conflict'
  const asking = preview.isSuccess && preview.data.moved > 0 && !save.isSuccess
  return (
    <>
      <SaveForm
        pending={save.isPending || preview.isPending}
        saved={save.isSuccess}
        error={taken ? null : error}
        errorText={error instanceof ApiProblem && error.code === 'invalid-input' ? (error.detail ?? undefined) : undefined}
        onSubmit={submit}
        beside={policy === null && <Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/settings/sla" {...props} />}>{t('cancel')}</Button>}
      >
        <TextInput className={shared.narrow} label={t('name')} maxLength={100} value={name} error={tried && name.trim() === '' ? t('nameMissing') : taken ? t('nameTaken') : null} onChange={(event) => setName(event.currentTarget.value)} data-autofocus={policy === null || undefined} />
        <Section title={t('policy.for')} text={t('policy.forText')}>
          <ConditionsField label={t('policy.conditions')} value={definition.conditions} onChange={(conditions) => put({ conditions })} fields={fields} error={error} checked={tried} me={false} />
          {tried && !good && fields.length > 0 && <p className={classes.wrong} role="alert">{t('policy.conditionsWrong')}</p>}
        </Section>
        <Section title={t('policy.targets')} text={t('policy.targetsText')}>
          {kinds.map(([key, kind, start]) => <TargetField key={key} name={everywhere(`clock.kind.${kind}`)} hint={t(`targetHint.${kind}`)} value={targets[key]} start={start} change={(target) => put({ targets: { ...targets, [key]: target } })} />)}
          <Select className={shared.narrow} label={t('policy.calendar')} allowDeselect={false} data={[{ value: '', label: t('policy.calendarOfQueue') }, ...calendars.filter(({ id, retired }) => !retired || id === definition.calendarId).map((each) => ({ value: each.id, label: named('calendar', each) }))]} value={definition.calendarId ?? ''} onChange={(id) => put({ calendarId: id || null })} />
        </Section>
        <Section title={t('statuses.title')} text={t('statuses.text')}>
          <StatusTargets value={targets.statuses} change={(statuses) => put({ targets: { ...targets, statuses } })} />
        </Section>
        <Section title={t('pauses.title')}>
          <PausesField value={definition.pausesIn} change={(pausesIn) => put({ pausesIn })} />
        </Section>
        <Section title={t('escalation.section')} text={t('escalation.text')}>
          <NumberInput className={classes.warn} label={t('policy.warnAt')} description={t('policy.warnAtHint')} suffix=" %" min={1} max={99} allowDecimal={false} value={Math.round(definition.warnAt * 100)} onChange={(percent) => put({ warnAt: Math.min(99, Math.max(1, Number(percent) || 75)) / 100 })} />
          <EscalationsField value={definition.escalations} change={(escalations) => put({ escalations })} error={error} />
        </Section>
        {!asking && policy && <p className={shared.rowText}>{t('policy.moves')}</p>}
      </SaveForm>
      {asking && <PolicyPreview preview={preview.data} save={store} pending={save.isPending} leave={() => preview.reset()} />}
    </>
  )
}
