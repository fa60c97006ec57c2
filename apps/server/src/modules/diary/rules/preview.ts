import { storable } from '../../../platform/db/storable.ts'

/** The first words of a message for lists: one line, at most 160 characters. */
export function makePreview(text: string): string {
  const line = storable(text.slice(0, 600)).replace(/[\s\u200b-\u200f\u034f\u00ad]+/g, ' ').trim()
  return [...line].slice(0, 160).join('')
}
