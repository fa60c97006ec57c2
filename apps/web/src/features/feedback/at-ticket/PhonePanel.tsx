// "Write down the answer": the agent asks on the phone, a page of the survey at a time, and what is said stands in the ticket.
import { answerForTicket, type SurveyToAsk, type TicketDetail } from '@kontuar/contracts'
import { fillText, otherKey, pickLanguage, textIn, type Values } from '@kontuar/survey'
import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { randomId } from '../../../api/random-id.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { showNotice } from '../../../ui/undo.ts'
import '../frame/feedback-styles.ts'
import { Panel } from './Panel.tsx'
import { keepDraft, keptDraft, type PhoneDraft } from './phone-draft.ts'
import { answerOf, back, onward, problemsOf, stepOf } from './phone-steps.ts'
import { QuestionField } from './questions/QuestionField.tsx'
import { rememberSurvey, surveysToAskQuery, usualSurvey } from './surveys-to-ask.ts'
import classes from './at-ticket.module.css'

const begin = ({ id, version, definition }: SurveyToAsk, language: string | null): PhoneDraft => ({ surveyId: id, version, language: pickLanguage(definition, [language, currentLocale()]), values: {}, pages: [], key: randomId() })

export function PhonePanel({ ticket, leave }: { ticket: TicketDetail; leave: () => void }) {
  const { t } = useTranslation('ask')
  const surveys = useQuery(surveysToAskQuery)
  return (
    <Panel title={t('phone', { number: ticket.number })} leave={leave}>
      {surveys.isPending ? <RowSkeletons rows={3} height={40} /> : surveys.isError ? <Problem error={surveys.error} retry={() => void surveys.refetch()} /> : surveys.data.items.length === 0 ? <p className={classes.soft}>{t('nothingToAsk')}</p> : <Asking ticket={ticket} surveys={surveys.data.items} leave={leave} />}
    </Panel>
  )
}

function Asking({ ticket, surveys, leave }: { ticket: TicketDetail; surveys: readonly SurveyToAsk[]; leave: () => void }) {
  const { t } = useTranslation('ask')
  const { organization, staff } = useMe()
  const queries = useQueryClient()
  const named = (id: string | null) => surveys.find((each) => each.id === id)
  const [draft, setDraft] = useState<PhoneDraft>(() => {
    const kept = keptDraft(ticket.id)
    // Of a survey that was published anew meanwhile the answers may not fit: it begins again.
    return kept !== null && named(kept.surveyId)?.version === kept.version ? kept : begin(named(usualSurvey(surveys)) ?? surveys[0]!, ticket.language)
  })
  const [tried, setTried] = useState(false)
  const survey = named(draft.surveyId) ?? surveys[0]!
  const { definition } = survey
  const step = stepOf(definition, draft)
  const form = useRef<HTMLFormElement>(null)
  const change = (next: PhoneDraft) => {
    setDraft(next)
    keepDraft(ticket.id, next)
  }
  const saving = useMutation({
    mutationFn: ({ surveyId, values, language, key }: PhoneDraft) => api(answerForTicket, { params: { id: ticket.id }, body: { surveyId, values: answerOf(definition, values) as never, language, key } }),
    onSuccess: () => {
      keepDraft(ticket.id, null)
      rememberSurvey(survey.id)
      void queries.invalidateQueries({ queryKey: queryKeys.tickets.one(ticket.id) })
      void queries.invalidateQueries({ queryKey: queryKeys.customers.one(ticket.customerId) })
      showNotice({ message: t('written', { number: ticket.number }) })
      leave()
    },
  })
  const page = draft.pages.length
  useEffect(() => form.current?.querySelector<HTMLElement>('fieldset input, fieldset textarea')?.focus({ preventScroll: true }), [page, draft.surveyId])

  const name = ticket.customer.name ?? ''
  const facts = { 'customer.name': name, 'customer.firstName': name.trim().split(/\s+/)[0] ?? '', 'staff.name': staff.name, 'organization.name': organization.name, 'ticket.number': String(ticket.number), 'ticket.subject': ticket.subject }
  const say = (text: string) => fillText(text, facts)
  const problems = step === null ? [] : problemsOf(definition, step.questions, draft.values)
  const next = () => {
    setTried(true)
    if (step !== null && problems.length > 0) return void requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-wrong] input, [data-wrong] textarea')?.focus())
    setTried(false)
    if (step === null || step.last) saving.mutate(draft)
    else change(onward(draft, step))
  }
  const set = (values: Values) => change({ ...draft, values })
  const others = new Intl.DisplayNames(currentLocale(), { type: 'language' })
  return (
    <form
      ref={form}
      noValidate
      className={classes.phone}
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving.isPending) next()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.currentTarget.requestSubmit()
      }}
    >
      <div className={classes.which}>
        <Select size="xs" aria-label={t('survey')} allowDeselect={false} searchable={surveys.length > 8} data={surveys.map((each) => ({ value: each.id, label: each.name }))} value={survey.id} onChange={(id) => { const other = named(id); if (other && other.id !== survey.id) { setTried(false); change(begin(other, ticket.language)) } }} comboboxProps={{ position: 'top-start' }} />
        {definition.languages.length > 1 && <Select size="xs" aria-label={t('language')} allowDeselect={false} data={definition.languages.map((language) => ({ value: language, label: others.of(language) ?? language }))} value={draft.language} onChange={(language) => language !== null && change({ ...draft, language })} comboboxProps={{ position: 'top-start' }} />}
        {step !== null && step.of > 1 && <span className={classes.soft}>{t('step', { step: step.index + 1, steps: step.of })}</span>}
      </div>
      {survey.anonymous && <p className={classes.soft}>{t('anonymous')}</p>}
      {step === null ? <p>{t('allAsked')}</p> : (
        <>
          {step.index === 0 && textIn(definition.intro, draft.language, definition.defaultLanguage) !== '' && <p className={classes.intro} lang={draft.language}>{say(textIn(definition.intro, draft.language, definition.defaultLanguage))}</p>}
          {step.questions.map((question) => (
            <QuestionField key={question.id} question={question} language={draft.language} fallback={definition.defaultLanguage} values={draft.values} change={set} say={say} problem={tried ? problems.find(({ questionId }) => questionId === question.id || questionId === otherKey(question.id))?.code : undefined} />
          ))}
        </>
      )}
      {saving.isError && <Problem error={saving.error} />}
      <div className={classes.foot}>
        <Button type="submit" size="sm" aria-disabled={saving.isPending}>{step === null || step.last ? t('writeDown') : t('next')}</Button>
        {page > 0 && <Button variant="default" size="sm" onClick={() => { setTried(false); change(back(draft)) }}>{t('back')}</Button>}
        <Button variant="subtle" color="gray" size="sm" onClick={() => { keepDraft(ticket.id, null); leave() }}>{t('discard')}</Button>
      </div>
    </form>
  )
}
