// Every form of a word that is looked for, in the languages it may be of: Russian where it is Cyrillic, else Polish and English.
import { foldText } from '../fold-text.ts'
import { englishForms } from './english.ts'
import { unchanging } from './irregular.ts'
import { polishForms } from './polish.ts'
import { russianForms } from './russian.ts'

/** Spelling that Polish does not have: its endings would only make other words of it. */
const neverPolish = /[qx]|th|sh|gh|wh|ph|[aeo]y|(?:ss|ck)$/
const neverEnglish = /[ąćęłńóśźż]/

/** @param written one word of letters and digits. Folded, itself among them. */
export function formsOf(written: string): ReadonlySet<string> {
  const small = written.toLowerCase().normalize('NFC')
  const word = foldText(small)
  // Short words are mostly prepositions; a word with a digit is a name.
  if (word.length < 3 || unchanging.has(word) || /\p{N}/u.test(word)) return new Set([word])
  const forms = /\p{Script=Cyrillic}/u.test(word) ? russianForms(word)
    : [...(neverPolish.test(small) ? [] : polishForms(word, small)), ...(neverEnglish.test(small) ? [] : englishForms(word))]
  return new Set([word, ...forms.filter((form) => form.length > 1 && !unchanging.has(form))])
}
