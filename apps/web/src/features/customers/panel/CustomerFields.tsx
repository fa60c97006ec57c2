import type { Customer } from '@kontuar/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCustomFields } from '../../../api/desk.ts'
import { useCan } from '../../../api/me.ts'
import { FieldInput } from '../../../ui/pickers/FieldInput.tsx'
import { isFilled } from '../../../ui/pickers/field-value.ts'
import { TagPicker } from '../../../ui/pickers/TagPicker.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { useCustomerChange } from '../use-customer.ts'
import classes from './panel.module.css'

/** Tags and the organization's own fields of a customer. Each saves itself; a refusal stands beside it. */
export function CustomerFields({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const { t: tCommon } = useTranslation()
  const mayChange = useCan('customer.change')
  const mayTag = useCan('ticket.change')
  const change = useCustomerChange(customer.id)
  const fields = useCustomFields('customer').filter(({ id, retired }) => !retired || isFilled(customer.fields[id]))
  const [errors, setErrors] = useState<Record<string, string | undefined>>({})
  const [wish, setWish] = useState<{ tagIds?: string[]; fields?: Customer['fields'] }>({})
  const save = async (name: string, body: { tagIds?: string[]; fields?: Customer['fields'] }) => {
    setErrors((before) => ({ ...before, [name]: undefined }))
    setWish(body)
    try {
      await change(body)
    } catch (error) {
      setErrors((before) => ({ ...before, [name]: problemText(error, tCommon) }))
    } finally {
      setWish({})
    }
  }
  const values = { ...customer.fields, ...wish.fields }
  return (
    <>
      <div className={classes.field}>
        <span className={classes.label}>{t('tags')}</span>
        <TagPicker label={t('tags')} value={wish.tagIds ?? customer.tagIds} mayCreate={mayTag} disabled={!mayChange} change={(tagIds) => void save('tags', { tagIds })} />
        {errors['tags'] && <p className={classes.fault} role="alert">{errors['tags']}</p>}
      </div>
      {fields.map((field) => (
        <div key={field.id} className={classes.field}>
          <FieldInput field={field} disabled={!mayChange} value={values[field.id] ?? null} change={(value) => void save(field.id, { fields: { [field.id]: value } })} error={errors[field.id]} />
        </div>
      ))}
    </>
  )
}
