// The texts as they are stored: cleaned as an answer is, and with variables that exist.
import { cannedVariables, type Locale } from '@kontuar/contracts'
import { sanitiseMailHtml, textFromHtml } from '@kontuar/mime'
import { storable } from '../../../../platform/db/storable.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { unknownVariables } from './variables.ts'

/** An empty text is none. @throws Refusal `invalid-input` */
export function checkTexts(given: Partial<Record<Locale, string>>): Partial<Record<Locale, string>> {
  const kept: Partial<Record<Locale, string>> = {}
  for (const [language, text] of Object.entries(given) as [Locale, string][]) {
    const html = sanitiseMailHtml(storable(text)).trim()
    if (textFromHtml(html).trim() === '') continue
    const [unknown] = unknownVariables(html)
    if (unknown !== undefined) throw new Refusal('invalid-input', `There is no variable {{${unknown.slice(0, 60)}}}: choose from ${cannedVariables.map((v) => `{{${v}}}`).join(', ')}.`, { [`texts.${language}`]: 'names an unknown variable' })
    kept[language] = html
  }
  if (Object.keys(kept).length === 0) throw new Refusal('invalid-input', 'A canned answer needs a text in one language at least: write it first.', { texts: 'are empty' })
  return kept
}
