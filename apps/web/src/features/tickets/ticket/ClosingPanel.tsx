// What a status asks for before the ticket may enter it: only what is missing, in the page, above the composer.
import type { TicketDetail } from '@kontuar/contracts'
import { Button, Select, Textarea } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCustomFields, useStatuses } from '../../../api/desk.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { FieldInput } from '../../../ui/pickers/FieldInput.tsx'
import { isFilled } from '../../../ui/pickers/field-value.ts'
import { ReasonPicker } from '../../../ui/pickers/ReasonPicker.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { results, type Result } from '../actions/results.ts'
import type { Closing, Filled } from './use-closing.ts'
import classes from './closing-panel.module.css'

export function ClosingPanel({ ticket, closing }: { ticket: TicketDetail; closing: Closing }) {
  const { t } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const named = useNamed()
  const statuses = useStatuses()
  const known = useCustomFields('ticket')
  const asked = closing.asked!
  const status = statuses.find(({ key }) => key === asked.status)
  const [filled, setFilled] = useState<Filled>({})
  const [error, setError] = useState<unknown>(null)
  const [tried, setTried] = useState(false)
  const [going, setGoing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const fields = known.filter(({ id }) => asked.missing.fieldIds.includes(id))
  const fault = (name: string, missing: boolean) => (tried && missing ? t('closing.needed') : error instanceof ApiProblem ? error.fields[name] : undefined)
  const lacksReason = asked.missing.reason && !filled.reasonId
  const lacksResult = asked.missing.result && !filled.result
  const lacks = (id: string) => !isFilled(filled.fields?.[id])

  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (going || lacksReason || lacksResult || fields.some(({ id }) => lacks(id))) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      return
    }
    setGoing(true)
    setError(null)
    try {
      await asked.go(filled)
      closing.done()
    } catch (failed) {
      setError(failed)
      setGoing(false)
    }
  }
  const action = asked.sending ? t('closing.send') : status?.category === 'closed' ? t('closing.close') : tCommon('action.save')
  return (
    <form
      ref={form}
      noValidate
      className={classes.panel}
      aria-label={t('closing.label')}
      onSubmit={(event) => void submit(event)}
      // In the capture phase: a closed list of choices would open on any Enter.
      onKeyDownCapture={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          // What is being typed is told when its field is left.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
          requestAnimationFrame(() => form.current?.requestSubmit())
        }
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && (event.target as HTMLElement).ariaExpanded !== 'true') {
          event.stopPropagation()
          closing.cancel()
        }
      }}
    >
      <h2 className={classes.title}>{t('closing.title', { number: ticket.number, status: status ? named('status', status) : asked.status })}</h2>
      <div className={classes.fields}>
        {asked.missing.reason && <ReasonPicker size="sm" label={t('reason')} required value={filled.reasonId ?? null} change={(reasonId) => setFilled({ ...filled, reasonId })} error={fault('reasonId', lacksReason)} comboboxProps={{ width: 300, position: 'top-start' }} />}
        {asked.missing.result && (
          <Select
            label={t('result')}
            required
            placeholder={tCommon('picker.choose')}
            data={results.map((result) => ({ value: result, label: t(`result.${result}`) }))}
            value={filled.result ?? null}
            onChange={(result) => setFilled({ ...filled, result: result as Result })}
            error={fault('result', lacksResult)}
            comboboxProps={{ position: 'top-start' }}
          />
        )}
        {fields.map((field) => (
          <FieldInput key={field.id} field={field} size="sm" required value={filled.fields?.[field.id] ?? null} change={(value) => setFilled((before) => ({ ...before, fields: { ...before.fields, [field.id]: value } }))} error={fault(`fields.${field.id}`, lacks(field.id))} />
        ))}
        {asked.missing.result && <Textarea className={classes.note} label={t('resultNote')} autosize minRows={1} maxRows={4} maxLength={5000} value={filled.resultNote ?? ''} onChange={(event) => setFilled({ ...filled, resultNote: event.currentTarget.value })} />}
      </div>
      {error !== null && <Problem error={error} />}
      <div className={classes.foot}>
        <Button type="submit" size="sm" loading={going}>{action}</Button>
        <Button variant="subtle" color="gray" size="sm" onClick={closing.cancel}>{t('closing.cancel')}</Button>
      </div>
    </form>
  )
}
