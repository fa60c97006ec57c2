/*
 * Polish, as folded letters (ł is l, ą is a): every form a word may have, from the form in which it stands in a dictionary. Endings go with what
 * they do to the consonant before them: "sadzie" is of "sąd", "sądzę" is not. More is made than there is: "adwokatu" harms nobody, since nobody
 * writes it. Forms are made of the word looked for, never cut off words of a text: so the price is paid once, and "karp" is never of "kara".
 */
import { irregularPolish } from './irregular.ts'

const alternations = (stem: string, table: readonly (readonly [end: string, becomes: string])[]): string | null => {
  const found = table.find(([end]) => stem.endsWith(end))
  return found === undefined ? null : stem.slice(0, -found[0].length) + found[1]
}
const add = (stem: string, endings: string): string[] => endings.split(' ').map((ending) => stem + (ending === '-' ? '' : ending))

const isSoft = (stem: string): boolean => /(?:[cszrd]z|c|j|l)$/.test(stem) && !stem.endsWith('ch')
/** In the dative and locative: "umowie", "sądzie", "drodze". What is soft has none. */
function locative(stem: string): string[] {
  if (isSoft(stem) && !stem.endsWith('l')) return []
  const changed = alternations(stem, [['st', 'scie'], ['zd', 'zdzie'], ['ch', 'sze'], ['k', 'ce'], ['g', 'dze'], ['t', 'cie'], ['d', 'dzie'], ['r', 'rze'], ['l', 'le']])
  return [changed ?? `${stem}ie`]
}
/** y or i, as the consonant before has it. A written l may be either. */
function plural(stem: string, written: string): string[] {
  if (/[kgj]$/.test(stem)) return [`${stem}i`]
  if (stem.endsWith('l')) return written.includes('ł') ? [`${stem}y`] : [`${stem}i`, `${stem}y`]
  return [`${stem}y`]
}
/** Without an ending, and with the e that comes in between: "skarg", "paczek", "okien". */
function bare(stem: string): string[] {
  const [, before, last] = /^(.*[^aeiouy])([klnrmw])$/.exec(stem) ?? []
  return before === undefined ? [stem] : [stem, `${before}e${last}`, `${before}ie${last}`]
}

function feminine(stem: string, written: string): string[] {
  if (stem.endsWith('i')) return [...add(stem, '- a e o u om ami ach i'), stem.slice(0, -1)]
  // Men in -a too: "sprzedawców", "specjalistów".
  return [...add(stem, `a e o om ami ach${/(?:c|st)$/.test(stem) && !stem.endsWith('osc') ? ' ow' : ''}`), ...plural(stem, written), ...locative(stem), ...bare(stem), ...(stem.endsWith('j') ? [`${stem.slice(0, -1)}i`] : [])]
}

const soften = 'a u owi em e ow om ami ach'
/** Ends in ń, ć, ś, ź: "gość", "jakość", "stopień". */
const softNoun = (stem: string): string[] => [stem, `${stem}mi`, `${stem}i`, ...add(`${stem}i`, soften)]

function masculine(stem: string, written: string): string[] {
  const persons = /(?:[iya]k|og)$/.test(stem) || (stem.length > 4 && /(?:at|[nrsk]t|[oea]r)$/.test(stem)) ? alternations(stem, [['k', 'cy'], ['g', 'dzy'], ['t', 'ci'], ['r', 'rzy']]) : null
  return [...add(stem, `- a u owi ow owie om ami ach ${/[kg]$/.test(stem) ? 'iem' : 'em'}`), ...(isSoft(stem) || stem.endsWith('z') ? [`${stem}e`] : []), ...plural(stem, written), ...(/(?:[kg]|ch)$/.test(stem) ? [] : locative(stem)), ...(persons === null ? [] : [persons])]
}
/** The e that goes: "rachunek", "rachunku"; "kupiec", "kupca". */
function withoutE(word: string): string[] {
  const [, before, last] = (word.length > 3 && /^(.*[^aeiouy])i?e([kclrnw])$/.exec(word)) || []
  return before === undefined ? [] : [before + last!]
}

function neuter(stem: string): string[] {
  return [...add(stem, `o a u om ami ach ${/[kg]$/.test(stem) ? 'iem' : 'em'}`), ...(/(?:[kg]|ch)$/.test(stem) ? [] : locative(stem)), ...bare(stem)]
}
/** "zdanie", "morze"; also what is only plural: "pieniądze", "finanse". */
function neuterSoft(stem: string): string[] {
  const forms = add(stem, '- e a u em om ami ach mi ow')
  return stem.endsWith('i') ? [...forms, stem.slice(0, -1)] : isSoft(stem) ? [...forms, `${stem}y`, `${stem}i`] : forms
}

/** @param persons as well, "zepsuci": of what stands in the masculine */
function adjective(stem: string, persons = true): string[] {
  if (stem.endsWith('i')) return add(stem, '- ego emu m a ej e mi ch')
  if (/[kg]$/.test(stem)) return [...add(stem, 'i iego iemu im a iej ie imi ich'), ...(persons ? [alternations(stem, [['k', 'cy'], ['g', 'dzy']])!] : [])]
  return [...add(stem, 'y ego emu ym a ej e ymi ych'), ...(persons ? [alternations(stem, [['st', 'sci'], ['sz', 'si'], ['ch', 'si'], ['r', 'rzy'], ['t', 'ci'], ['d', 'dzi'], ['on', 'eni']]) ?? `${stem}i`] : [])]
}

const past = (stem: string): string[] => add(`${stem}l`, '- a o i y em es am as ismy iscie ysmy yscie by bym bys aby abym abys oby iby yby ibysmy')
const present = (stem: string): string[] => add(stem, 'e esz emy ecie a - my cie ac acy aca ace')
const iotated = (stem: string): string => alternations(stem, [['sc', 'szcz'], ['st', 'szcz'], ['ch', 'sz'], ['dz', 'dz'], ['sz', 'sz'], ['cz', 'cz'], ['rz', 'rz'], ['s', 'sz'], ['k', 'cz'], ['t', 'c'], ['p', 'pi'], ['b', 'bi'], ['m', 'mi'], ['w', 'wi'], ['f', 'fi'], ['n', 'ni'], ['r', 'rz']]) ?? stem
/** As of -ić and -yć: what was soft stays so, and r is rz already. */
const softened = (stem: string): string => (stem.endsWith('r') || stem.endsWith('c') && !stem.endsWith('sc') ? stem : iotated(stem))

function verb(word: string): string[] {
  const theme = word.slice(0, -1)
  const [stem, forms] = [word.slice(0, -2), past(theme)]
  const short = [...add(theme, 'je jesz jemy jecie ja j jcie'), ...adjective(`${theme}t`)]
  const second = (root: string, vowel: 'i' | 'y') => { const soft = softened(root); return [...add(root, `${vowel}sz ${vowel} ${vowel}my ${vowel}cie - my cie`), ...add(soft, 'e a ac acy aca ace'), ...adjective(`${soft}on`), `${soft}ono`] }
  if (/(?:ow|yw|iw)ac$/.test(word)) forms.push(...present(`${word.slice(0, -4)}uj`))
  // "zabrać", "zabiorę"; "odebrać", "odbierze".
  if (word.endsWith('brac')) for (const before of new Set([word.slice(0, -4), word.slice(0, -4).replace(/e$/, '')])) forms.push(...add(before, 'biore biora bierzesz bierze bierzemy bierzecie bierz bierzcie'))
  switch (theme.at(-1)) {
    case 'a': forms.push(...add(stem, 'am asz a amy acie aja aj ajmy ajcie ajac ajacy ajaca ano'), ...adjective(`${stem}an`))
      if (stem.endsWith('n')) forms.push(...add(stem, 'e iesz ie iemy iecie a ij ijcie'), ...['ela', 'elo', 'eli', 'ely', 'elam', 'elas', 'elismy', 'elysmy'].map((e) => stem + e), ...past(stem.slice(0, -1)), ...adjective(`${stem}iet`))
      if (stem.endsWith('d')) forms.push(`${stem}adza`)
      if (!/(?:[oyi]w|n)$/.test(stem)) forms.push(...present(iotated(stem)), ...(stem.endsWith('w') ? [`${stem}e`, `${stem}a`] : []))
      break
    case 'i': forms.push(...second(stem, 'i')); break
    case 'y': forms.push(...second(stem, 'y'), ...short); break
    case 'u': forms.push(...short); break
    case 'e': {
      const root = stem.endsWith('i') ? stem.slice(0, -1) : stem
      forms.push(...add(theme, 'm sz - my cie ja j jcie'), ...second(root, stem.endsWith('i') ? 'i' : 'y'), ...past(stem + 'a'))
      break
    }
  }
  return forms
}

/** In the last syllable ą and ę take turns: "błąd", "błędu"; "ręka", "rąk". */
function otherNasal(written: string, folded: string): string | null {
  const at = Math.max(written.lastIndexOf('ą'), written.lastIndexOf('ę'))
  if (written.length !== folded.length || at < 0 || /[aeiouyóąę]/.test(written.slice(at + 1, -1))) return null
  return at === written.length - 1 ? null : folded.slice(0, at) + (written[at] === 'ą' ? 'e' : 'a') + folded.slice(at + 1)
}

/**
 * @param folded the word without diacritics, three letters at least
 * @param written the same in small letters as it was written: what diacritics say is heeded, what they do not say is left open
 */
export function polishForms(folded: string, written: string): string[] {
  const known = irregularPolish.get(folded)
  if (known !== undefined) return known
  const forms = regular(folded, written)
  const other = otherNasal(written, folded)
  return other === null ? forms : [...forms, ...regular(other, written)]
}

function regular(word: string, written: string): string[] {
  const stem = word.slice(0, -1)
  const plain = !/[ąćęłńóśźż]/.test(written)
  const last = written.at(-1)!
  switch (word.at(-1)) {
    case 'a': return [...feminine(stem, written), ...adjective(stem, false)]
    case 'o': return neuter(stem)
    case 'e': return last === 'ę' ? feminine(stem, written) : [...neuterSoft(stem), ...adjective(stem, false)]
    // Mostly an adjective. What it may be else is no reason to look for a bare stem ("party", "part") or an adverb.
    case 'y': return [...adjective(stem), ...[...feminine(stem, written), ...masculine(stem, written)].filter((form) => form !== stem && form !== `${stem}o`)]
    case 'i': return /[kgjl]$/.test(stem) ? [...adjective(stem), ...feminine(stem, written), ...masculine(stem, written)] : stem.endsWith('i') ? feminine(stem, written) : [...adjective(word), ...softNoun(stem)]
    case 'u': return masculine(stem, written)
  }
  const forms: string[] = []
  if (word.endsWith('um')) forms.push(...add(word.slice(0, -2), 'um a ow om ami ach'))
  const infinitive = word.endsWith('c') && (last === 'ć' || plain) && /[aeiyu]c$/.test(word)
  if (infinitive) forms.push(...verb(word))
  if (/[ńćśź]/.test(last) || (plain && /(?:sc|ien)$/.test(word))) forms.push(...softNoun(word), ...withoutE(word).flatMap(softNoun))
  else if (!infinitive || plain) forms.push(...masculine(word, written), ...withoutE(word).flatMap((short) => masculine(short, written).filter((f) => f !== short)))
  if (word.length > 5 && word.endsWith('ow')) forms.push(...masculine(word.slice(0, -2), written))
  return forms
}
