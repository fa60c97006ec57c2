// English: every form a word may have, from the one in which it stands in a dictionary.
import { irregularEnglish } from './irregular.ts'

/** @param word folded, three letters at least */
export function englishForms(word: string): string[] {
  return [...irregularEnglish.get(word) ?? [], ...regular(word)]
}

function regular(word: string): string[] {
  const stem = word.slice(0, -1)
  if (/[^aeiou]y$/.test(word)) return [word, `${stem}ies`, `${stem}ied`, `${word}ing`]
  if (word.endsWith('ie')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -2)}ying`]
  if (word.endsWith('fe')) return [word, `${word}s`, `${word.slice(0, -2)}ves`]
  if (/[aeo]lf$/.test(word)) return [word, `${word}s`, `${stem}ves`, `${word}ed`, `${word}ing`]
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${/[eoy]e$/.test(word) ? word : stem}ing`]
  // "shop", "shopped"; of longer words the stress would have to be known: "cancelled" and "canceled" both.
  const doubled = /(?:[^aeiou]|qu)[aeiou][bdglmnprt]$/.test(word) ? [`${word}${word.at(-1)!}ed`, `${word}${word.at(-1)!}ing`] : []
  return [word, `${word}${/(?:s|x|z|ch|sh)$/.test(word) ? 'es' : 's'}`, ...(word.endsWith('o') ? [`${word}es`] : []), `${word}ed`, `${word}ing`, ...doubled]
}
