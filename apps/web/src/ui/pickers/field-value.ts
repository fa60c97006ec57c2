// What is typed into a custom field, and what is sent for it.
import type { CustomField, FieldValues } from '@kontuar/contracts'

export type FieldValue = FieldValues[string]
export type FieldFault = 'notNumber' | 'notLink'

/** 12, -3,5 and "1 200": with a comma or a point, thousands parted by spaces. */
const asNumber = (typed: string) => Number(typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))

export function fieldFault(type: CustomField['type'], typed: string): FieldFault | null {
  const text = typed.trim()
  if (text === '') return null
  if (type === 'number' && !Number.isFinite(asNumber(text))) return 'notNumber'
  if (type === 'link' && !(URL.canParse(text) && /^https?:/i.test(text))) return 'notLink'
  return null
}

/** Null empties the field. */
export function readField(type: CustomField['type'], typed: string): FieldValue {
  const text = typed.trim()
  if (text === '') return null
  return type === 'number' ? asNumber(text) : text
}

export const isFilled = (value: FieldValue | undefined): boolean => value !== undefined && value !== null && value !== '' && value !== false
