// What may stand in a custom field, by its type. The same shape everywhere: in the table, the API and the conditions.
import { storable } from '../../../../platform/db/storable.ts'
import type { FieldRow, FieldValue } from '../queries.ts'

export type Checked = { value: Exclude<FieldValue, null> | null } | { fault: string }

/** @param given anything at all; null, undefined and blank text empty the field */
export function checkValue(field: Pick<FieldRow, 'type' | 'options'>, given: unknown): Checked {
  const value = typeof given === 'string' ? storable(given).trim() : given
  if (value === null || value === undefined || value === '') return { value: null }
  switch (field.type) {
    case 'text':
      return typeof value === 'string' ? { value } : { fault: 'must be text' }
    case 'number':
      // JSON can write numbers too large to hold (1e999): they arrive as infinite.
      return typeof value === 'number' && Number.isFinite(value) ? { value: value + 0 } : { fault: 'must be a number' }
    case 'checkbox':
      return typeof value === 'boolean' ? { value } : { fault: 'must be true or false' }
    case 'date':
      return typeof value === 'string' && isDate(value) ? { value } : { fault: 'must be a date that exists, such as 2026-12-31' }
    case 'link':
      return typeof value === 'string' && isLink(value) ? { value } : { fault: 'must be an address beginning with http:// or https://' }
    case 'choice': case 'tree':
      return typeof value === 'string' && field.options.some((o) => o.id === value && o.retired !== true) ? { value } : { fault: 'must be one of the options in use' }
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  // Date takes the 31st of February for the 3rd of March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Only what a browser opens as a page: `javascript:` and the like would run with the reader's session. */
const isLink = (text: string): boolean => /^https?:\/\/[^\s/]/i.test(text) && !/\s/.test(text) && URL.canParse(text)
