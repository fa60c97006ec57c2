// What the ticket is about, in the organization's words. Each field saves itself; a refusal stands beside it.
import type { TicketDetail } from '@kontuar/contracts'
import { Button, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCustomFields, useLocations } from '../../../../api/desk.ts'
import { useCan } from '../../../../api/me.ts'
import { FieldInput } from '../../../../ui/pickers/FieldInput.tsx'
import { isFilled } from '../../../../ui/pickers/field-value.ts'
import { LocationPicker } from '../../../../ui/pickers/LocationPicker.tsx'
import { ReasonPicker } from '../../../../ui/pickers/ReasonPicker.tsx'
import { TagPicker } from '../../../../ui/pickers/TagPicker.tsx'
import { results, type Result } from '../../actions/results.ts'
import { useFieldSave } from './use-field-save.ts'
import classes from './panel.module.css'

const row = { root: classes.row!, label: classes.rowLabel!, error: classes.rowError! }
/** More fields than these are folded until asked for, unless they are filled in. */
const atOnce = 3

export function TicketDetails({ ticket }: { ticket: TicketDetail }) {
  const { t } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const mayChange = useCan('ticket.change')
  const hasLocations = useLocations().length > 0
  const fields = useCustomFields('ticket').filter(({ id, retired }) => !retired || isFilled(ticket.fields[id]))
  const { errors, save } = useFieldSave(ticket)
  const [all, setAll] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const shown = fields.filter((field, index) => all || index < atOnce || isFilled(ticket.fields[field.id]) || errors[field.id] !== undefined)
  const plain = { size: 'xs', classNames: row, disabled: !mayChange } as const
  const saveNote = () => {
    if (note !== null && note !== ticket.resultNote) void save('resultNote', t('resultNote'), { resultNote: note })
    setNote(null)
  }
  return (
    <div className={classes.rows}>
      <ReasonPicker {...plain} label={t('reason')} placeholder={t('none')} value={ticket.reasonId} change={(reasonId) => void save('reasonId', t('reason'), { reasonId })} error={errors['reasonId']} />
      <div className={classes.row}>
        <span className={classes.rowLabel}>{t('tags')}</span>
        <div>
          <TagPicker label={t('tags')} value={ticket.tagIds} mayCreate={mayChange} disabled={!mayChange} change={(tagIds) => void save('tagIds', t('tags'), { tagIds })} />
          {errors['tagIds'] && <p className={classes.rowError} role="alert">{errors['tagIds']}</p>}
        </div>
      </div>
      {(hasLocations || ticket.locationId !== null) && <LocationPicker {...plain} label={t('location')} placeholder={t('none')} value={ticket.locationId} change={(locationId) => void save('locationId', t('location'), { locationId })} error={errors['locationId']} />}
      {shown.map((field) => (
        <FieldInput key={field.id} field={field} placeholder={t('none')} classNames={row} disabled={!mayChange} value={ticket.fields[field.id] ?? null} change={(value) => void save(field.id, field.name, { fields: { [field.id]: value } })} error={errors[field.id]} />
      ))}
      {shown.length < fields.length && (
        <Button variant="subtle" size="compact-xs" className={classes.more} onClick={() => setAll(true)}>{t('fields.more', { count: fields.length - shown.length })}</Button>
      )}
      {(ticket.result !== null || ticket.statusCategory === 'closed') && (
        <Select
          {...plain}
          label={t('result')}
          placeholder={t('none')}
          clearable
          clearButtonProps={{ 'aria-label': tCommon('picker.clear') }}
          comboboxProps={{ width: 220, position: 'bottom-end' }}
          data={results.map((result) => ({ value: result, label: t(`result.${result}`) }))}
          value={ticket.result}
          onChange={(result) => void save('result', t('result'), { result: result as Result | null })}
          error={errors['result']}
        />
      )}
      {(ticket.resultNote !== '' || ticket.result !== null) && (
        <Textarea
          {...plain}
          label={t('resultNote')}
          placeholder={t('none')}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={5000}
          value={note ?? ticket.resultNote}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={saveNote}
          error={errors['resultNote']}
        />
      )}
    </div>
  )
}
