import { createLegalBasis, type BodyOf, type LegalBasis } from '@kontuar/contracts'
import { Button, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { shownName } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { useNow } from '../../../ui/use-now.ts'
import { localTime } from '../../../ui/zoned-time.ts'
import { isDay } from '../calendars/calendar-problems.ts'
import { countries } from '../calendars/countries.ts'
import { dayText } from '../calendars/when.ts'
import { addDays, type LegalTerm } from './term-end.ts'
import { TermExample } from './TermExample.tsx'
import { TermFields } from './TermFields.tsx'
import { codeFrom } from './versions.ts'
import shared from '../settings.module.css'

type Values = Omit<BodyOf<typeof createLegalBasis>, 'code'> & { remindDays: number[]; consequence: string; sourceUrl: string }
const usual: LegalTerm = { length: 7, unit: 'business-days', rule: 'pl-civil-code', country: 'PL' }

/** A new version of `before`, or a term of its own. */
export function BasisForm({ before, codes }: { before: LegalBasis | null; codes: ReadonlySet<string> }) {
  const { t } = useTranslation('times')
  const { t: everywhere } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const today = localTime(useNow(), useMe().organization.timeZone).slice(0, 10)
  const [values, setValues] = useState<Values>(() => ({
    name: before ? shownName(everywhere, 'legal', before) : '', term: before?.term ?? { length: 14, unit: 'days', rule: 'pl-civil-code', country: 'PL' }, internalTarget: before ? before.internalTarget : usual,
    consequence: before ? shownName(everywhere, 'legalConsequence', { name: before.consequence, readyMade: before.readyMade }) : '', source: before?.source ?? '', sourceUrl: before?.sourceUrl ?? '', remindDays: before?.remindDays ?? [3, 1, 0],
    validFrom: before && before.validFrom >= today ? addDays(before.validFrom, 1) : today,
  }))
  const [tried, setTried] = useState(false)
  const put = (part: Partial<Values>) => {
    setValues({ ...values, ...part })
    if (!save.isIdle) save.reset()
  }
  // Words that only read differently here are kept as they are stored.
  const nameToStore = before && values.name.trim() === shownName(everywhere, 'legal', before) ? before.name : values.name.trim()
  const save = useMutation({
    mutationFn: () => api(createLegalBasis, { body: { ...values, name: nameToStore, source: values.source.trim(), sourceUrl: values.sourceUrl.trim(), code: before?.code ?? codeFrom(values.name, codes) } }),
    onSuccess: async ({ name }) => {
      await queries.invalidateQueries({ queryKey: queryKeys.legalBases })
      showNotice({ message: t('basis.saved', { name }) })
      void navigate({ to: '/settings/legal' })
    },
  })
  const fields = save.error instanceof ApiProblem ? save.error.fields : {}
  const earlier = before !== null && values.validFrom <= before.validFrom
  const wrong = {
    name: values.name.trim() === '' ? t('nameMissing') : null,
    term: values.term.length < 1 ? t('basis.lengthMissing') : null,
    internal: values.internalTarget !== null && values.internalTarget.length < 1 ? t('basis.lengthMissing') : null,
    source: values.source.trim().length < 3 ? t('basis.sourceMissing') : null,
    url: values.sourceUrl.trim() !== '' && !/^https?:\/\/\S+$/.test(values.sourceUrl.trim()) ? t('basis.urlWrong') : null,
    validFrom: !isDay(values.validFrom) ? t('basis.dateWrong') : earlier ? t('basis.earlier', { day: dayText(before.validFrom) }) : null,
  }
  const at = (field: keyof typeof wrong) => (tried ? wrong[field] : null)
  const places = useMemo(() => [{ value: '', label: t('holidays.none') }, ...countries()], [t])
  return (
    <SaveForm
      pending={save.isPending}
      error={save.error}
      errorText={fields['internalTarget'] ? t('example.tooLong') : save.error instanceof ApiProblem ? save.error.detail : undefined}
      button={before ? t('basis.addVersion') : t('basis.addNew')}
      onSubmit={() => {
        setTried(true)
        if (Object.values(wrong).every((each) => each === null)) save.mutate()
      }}
      beside={<Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/settings/legal" {...props} />}>{t('cancel')}</Button>}
    >
      <TextInput className={shared.narrow} label={t('name')} maxLength={100} value={values.name} error={at('name')} onChange={({ currentTarget }) => put({ name: currentTarget.value })} />
      <TextInput className={shared.narrow} type="date" label={t('basis.validFrom')} description={t('basis.validFromHint')} value={values.validFrom} error={at('validFrom')} onChange={({ currentTarget }) => put({ validFrom: currentTarget.value })} />
      <TermFields label={t('basis.term')} value={values.term} change={(term) => put({ term })} wrong={at('term') ?? undefined} />
      <Select className={shared.narrow} label={t('basis.rule')} description={t(`ruleText.${values.term.rule}`)} allowDeselect={false} data={(['pl-civil-code', 'calendar'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))} value={values.term.rule} onChange={(rule) => rule && put({ term: { ...values.term, rule: rule as LegalTerm['rule'], country: rule === 'calendar' ? values.term.country : 'PL' }, internalTarget: values.internalTarget && { ...values.internalTarget, rule: rule as LegalTerm['rule'], country: rule === 'calendar' ? values.internalTarget.country : 'PL' } })} />
      {values.term.rule === 'calendar' && <Select className={shared.narrow} label={t('holidays.country')} searchable allowDeselect={false} nothingFoundMessage={everywhere('picker.nothing')} data={places} value={values.term.country ?? ''} onChange={(country) => put({ term: { ...values.term, country: country || null }, internalTarget: values.internalTarget && { ...values.internalTarget, country: country || null } })} />}
      <Switch label={t('basis.internal')} description={t('basis.internalHint')} checked={values.internalTarget !== null} onChange={({ currentTarget }) => put({ internalTarget: currentTarget.checked ? { ...usual, rule: values.term.rule, country: values.term.country } : null })} />
      {values.internalTarget && <TermFields label={t('basis.internalLength')} value={values.internalTarget} change={(internalTarget) => put({ internalTarget })} wrong={at('internal') ?? undefined} />}
      <TermExample term={values.term} internal={values.internalTarget} />
      <TagsInput className={shared.narrow} label={t('basis.remind')} description={t('basis.remindHint')} maxTags={10} splitChars={[',', ';', ' ']} value={values.remindDays.map(String)} onChange={(days) => put({ remindDays: [...new Set(days.map(Number).filter((day) => Number.isInteger(day) && day >= 0 && day <= 365))].sort((one, other) => other - one) })} />
      <Textarea label={t('basis.consequence')} autosize={false} rows={2} maxLength={500} value={values.consequence} onChange={({ currentTarget }) => put({ consequence: currentTarget.value })} />
      <Textarea label={t('basis.source')} description={t('basis.sourceHint')} rows={2} maxLength={500} value={values.source} error={at('source')} onChange={({ currentTarget }) => put({ source: currentTarget.value })} />
      <TextInput label={t('basis.url')} type="url" maxLength={500} value={values.sourceUrl} error={at('url')} onChange={({ currentTarget }) => put({ sourceUrl: currentTarget.value })} />
    </SaveForm>
  )
}
