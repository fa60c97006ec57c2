import { foldText } from '@kontuar/conditions'

/** As headings and labels are compared: without case, diacritics and signs between the words. */
export const foldWords = (text: string): string => foldText(text.normalize('NFC')).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
