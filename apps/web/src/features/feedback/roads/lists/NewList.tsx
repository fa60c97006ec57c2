import { createSurveyList } from '@kontuar/contracts'
import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useMe } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { fieldErrors } from '../../../../ui/form-errors.ts'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { instantOf, localTime } from '../../../../ui/zoned-time.ts'
import { useSurveyId } from '../frame/RoadPage.tsx'
import { FileOrText, nothingGiven, type Given } from './FileOrText.tsx'
import { reaches, readTable, type Table } from './read-table.ts'
import { TablePreview } from './TablePreview.tsx'
import { beginningOf, upload } from './upload.ts'
import shared from '../frame/roads.module.css'

const hourMs = 3_600_000

/** People from a file, asked at a time, all at once or spread over hours. */
export function NewList({ done }: { done: () => void }) {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const queries = useQueryClient()
  const { timeZone } = useMe().organization
  const [given, setGiven] = useState<Given>(nothingGiven)
  const [table, setTable] = useState<Table | null>(null)
  const [tried, setTried] = useState(false)
  const [soon] = useState(() => localTime(new Date(Math.ceil(Date.now() / hourMs) * hourMs), timeZone))
  const form = useForm({
    initialValues: { name: '', road: 'email' as 'email' | 'sms', sendAt: soon, spread: false, perHour: 200 as number | string },
    validateInputOnBlur: ['name', 'sendAt', 'perHour'],
    validate: {
      name: (name) => (name.trim() === '' ? t('nameMissing') : null), sendAt: (at) => (instantOf(at, timeZone) === null ? t('list.wrong.sendAt') : null),
      perHour: (perHour, { spread }) => (spread && !(perHour !== '' && Number(perHour) >= 1 && Number(perHour) <= 1_000_000) ? t('list.wrong.perHour') : null),
    },
  })
  const { values } = form
  useEffect(() => {
    let left = false
    const text = given.file === null ? Promise.resolve(given.text) : beginningOf(given.file)
    void text.then((beginning) => { if (!left) setTable(readTable(beginning)) })
    return () => { left = true }
  }, [given])
  const empty = table === null || table.lines === 0
  const missing = empty ? t('list.wrong.empty') : reaches(table, values.road) ? null : t(`list.wrong.${values.road}`)
  const making = useMutation({
    mutationFn: async ({ name, road, sendAt, spread, perHour }: typeof values) => {
      const people = given.file === null ? { csv: given.text } : { fileId: (await upload(given.file)).id }
      return api(createSurveyList, { body: { surveyId, name: name.trim(), road, sendAt: instantOf(sendAt, timeZone)!.toISOString(), perHour: spread ? Number(perHour) : null, ...people } })
    },
    onSuccess: done,
    onError: (error) => form.setErrors(fieldErrors(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.surveyLists.all }),
  })
  const hours = table === null || !values.spread || !Number(values.perHour) ? null : Math.max(1, Math.ceil(table.lines / Number(values.perHour)))
  const fileError = form.errors['csv'] ?? form.errors['fileId']
  return (
    <div className={shared.making}>
      <h3>{t('list.new')}</h3>
      <SaveForm
        button={t('list.make', { count: empty ? 0 : table.lines })}
        pending={making.isPending}
        error={making.error}
        beside={<Button variant="subtle" color="gray" onClick={done}>{t('cancel')}</Button>}
        onSubmit={() => {
          setTried(true)
          if (!form.validate().hasErrors && missing === null) making.mutate(values)
        }}
      >
        <FileOrText given={given} change={setGiven} label={t('list.people')} hint={t('list.peopleHint')} error={tried && missing !== null ? missing : typeof fileError === 'string' ? fileError : undefined} />
        {table !== null && <TablePreview table={table} atLeast={given.file !== null && given.file.size > 200_000} />}
        <div className={shared.pair}>
          <TextInput label={t('name')} placeholder={t('list.nameExample')} maxLength={200} {...form.getInputProps('name')} />
          <fieldset className={shared.choice}>
            <legend>{t('list.road')}</legend>
            <SegmentedControl aria-label={t('list.road')} data={[{ value: 'email', label: t('list.email') }, { value: 'sms', label: 'SMS' }]} value={values.road} onChange={(road) => form.setFieldValue('road', road as 'email' | 'sms')} />
          </fieldset>
          <TextInput type="datetime-local" label={t('list.sendAt')} description={t('list.sendAtHint')} {...form.getInputProps('sendAt')} />
          <fieldset className={shared.choice}>
            <legend>{t('list.spread')}</legend>
            <SegmentedControl aria-label={t('list.spread')} data={[{ value: 'all', label: t('list.allAtOnce') }, { value: 'hours', label: t('list.overHours') }]} value={values.spread ? 'hours' : 'all'} onChange={(next) => form.setFieldValue('spread', next === 'hours')} />
          </fieldset>
          {values.spread && <NumberInput label={t('list.perHour')} description={hours === null ? undefined : t('list.takes', { count: hours })} min={1} max={1_000_000} allowDecimal={false} allowNegative={false} thousandSeparator=" " {...form.getInputProps('perHour')} />}
        </div>
        <p className={shared.soft}>{t('list.rules')}</p>
      </SaveForm>
    </div>
  )
}
