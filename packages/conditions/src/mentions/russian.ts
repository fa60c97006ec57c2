// Russian, as folded letters (ё is е, й stays й): every form a word may have, from the form in which it stands in a dictionary. See polish.ts.
import { irregularRussian } from './irregular.ts'

const add = (stem: string, endings: string): string[] => endings.split(' ').map((ending) => stem + (ending === '-' ? '' : ending))
const vowels = 'аеиоуыэюя'
/** After these no ы stands, and of these no unstressed о in an ending. */
const isVelar = (stem: string): boolean => /[гкх]$/.test(stem)
const isSibilant = (stem: string): boolean => /[жчшщц]$/.test(stem)
const plural = (stem: string): string => stem + (isVelar(stem) || /[жчшщ]$/.test(stem) ? 'и' : 'ы')

/** Without an ending, and with the vowel that comes in between: "жалоб", "посылок", "писем". */
function bare(stem: string): string[] {
  const soft = /^(.*[^аеиоуыэюя])[ьй]([кнлрмц])$/.exec(stem)
  if (soft) return [`${soft[1]!}е${soft[2]!}`]
  const [, before, last] = /^(.*[^аеиоуыэюяьй])([кнлрмцв])$/.exec(stem) ?? []
  return before === undefined ? [stem] : [stem, `${before}о${last}`, `${before}е${last}`]
}
/** The vowel that goes: "звонок", "звонка"; "продавец", "продавца". */
function withoutVowel(word: string): string[] {
  const [, before, last] = (word.length > 3 && /^(.*[^аеиоуыэюя])[ое]([кцлрн])$/.exec(word)) || []
  if (before === undefined) return []
  return before.endsWith('л') && last === 'ц' ? [`${before}ь${last}`] : [before + last!]
}

const feminine = (stem: string): string[] => [...add(stem, 'а е у ой ою ам ами ах'), ...(isSibilant(stem) ? add(stem, 'ей ею') : []), plural(stem), ...bare(stem)]
const feminineSoft = (stem: string): string[] => (stem.endsWith('и') ? add(stem, 'я и ю ей ею й ям ями ях') : [...add(stem, 'я и е ю ей ею й ь ям ями ях'), ...bare(stem)])
const masculine = (stem: string): string[] => [...add(stem, '- а у ом е ов ам ами ах'), ...(isSibilant(stem) ? add(stem, 'ем ей ев') : []), plural(stem)]
const soft = (stem: string): string[] => add(stem, `ь и ью ей ${isSibilant(stem) ? 'а у ем ам ами ах' : 'я ю ем е ям ями ях'}`)
const neuter = (stem: string): string[] => [...add(stem, 'о а у ом е ам ами ах'), ...bare(stem)]
const neuterSoft = (stem: string): string[] => (stem.endsWith('и') ? add(stem, 'е я ю ем и й ям ями ях') : [...add(stem, isSibilant(stem) ? 'е а у ем ам ами ах' : 'е я ю ем ей ев ям ями ях'), ...(isSibilant(stem) ? bare(stem) : [])])

/** Short ones of what ends in н alone: "недоволен", "сломана"; "право" is none of "правый". */
function adjective(stem: string): string[] {
  const hard = add(stem, `${isVelar(stem) || isSibilant(stem) ? 'ий им ие их ими' : 'ый ым ые ых ыми'} ой ого ому ом ая ую ою ое`)
  const forms = isSibilant(stem) ? [...hard, ...add(stem, 'его ему ем ей ее')] : hard
  return stem.endsWith('н') ? [...forms, ...add(stem, 'а о ы'), ...bare(stem), ...(stem.endsWith('нн') ? add(stem.slice(0, -1), '- а о ы') : [])] : forms
}
const adjectiveSoft = (stem: string): string[] => add(stem, 'ий его ему им ем яя ей юю ее ие их ими')

const past = (theme: string): string[] => add(theme, 'л ла ло ли в вший вшая вшие')
const third = (stem: string, sibilant: boolean): string[] => add(stem, sibilant ? 'у ешь ет ем ете ут' : 'ю ешь ет ем ете ют')
const turns: readonly (readonly [string, string])[] = [['ск', 'щ'], ['ст', 'щ'], ['с', 'ш'], ['з', 'ж'], ['к', 'ч'], ['т', 'ч'], ['д', 'ж'], ['г', 'ж'], ['х', 'ш'], ['б', 'бл'], ['п', 'пл'], ['в', 'вл'], ['м', 'мл'], ['ф', 'фл']]
function iotated(stem: string): string {
  const found = turns.find(([end]) => stem.endsWith(end))
  return found === undefined ? stem : stem.slice(0, -found[0].length) + found[1]
}

function verb(word: string): string[] {
  const theme = word.slice(0, -2)
  const stem = theme.slice(0, -1)
  const forms = [word, ...past(theme)]
  const second = () => { const turned = iotated(stem); return [...add(stem, 'ишь ит им ите ят ат и ь ьте ил'), ...add(turned, 'у ю'), ...adjective(`${turned}енн`), ...(stem.endsWith('т') ? [...add(stem.slice(0, -1), 'щу'), ...adjective(`${stem.slice(0, -1)}щенн`)] : []), ...(stem.endsWith('д') ? adjective(`${stem}жденн`.replace(/дждд?/, 'жд')) : [])] }
  if (/[ое]вать$/.test(word)) forms.push(...third(`${word.slice(0, -5)}у`, false), ...third(`${word.slice(0, -5)}ю`, false), ...add(`${word.slice(0, -5)}у`, 'й йте'))
  if (word.endsWith('дать')) forms.push(...add(stem, 'ам ашь аст адим адите адут ан ана ано аны'))
  // "забрать", "заберу"; "прислать", "пришлю"; "назвать", "назову".
  for (const [end, present] of [['брать', 'бер'], ['звать', 'зов'], ['слать', 'шл']] as const) if (word.endsWith(end)) forms.push(...add(word.slice(0, -end.length) + present, present === 'шл' ? 'ю ешь ет ем ете ют и ите' : 'у ешь ет ем ете ут и ите'))
  switch (theme.at(-1)) {
    case 'а': case 'я': forms.push(...third(theme, false), ...add(theme, 'й йте'), ...adjective(`${theme}нн`), ...(theme.endsWith('а') && !/[ое]в$/.test(stem) ? [...third(iotated(stem), /[жшчщ]$/.test(iotated(stem))), ...add(iotated(stem), 'и ите ь ьте')] : []), ...(/[жшчщ]$/.test(stem) ? add(stem, 'у ишь ит им ите ат и') : [])); break
    case 'и': forms.push(...second()); break
    case 'е': forms.push(...third(theme, false), ...add(theme, 'й йте'), ...second()); break
    case 'у': if (stem.endsWith('н')) forms.push(...add(stem, 'у ешь ет ем ете ут и ите ь ьте'), ...past(stem.slice(0, -1)), stem.slice(0, -1), ...adjective(`${stem}ут`)); break
    case 'ы': forms.push(...third(`${stem}о`, false)); break
  }
  return forms
}

/** @param word folded, three letters at least */
export function russianForms(word: string): string[] {
  const known = irregularRussian.get(word)
  if (known !== undefined) return known
  const stem = word.slice(0, -1)
  if (/[аеиуыя]ть(?:ся)?$/.test(word)) {
    if (!word.endsWith('ся')) return [...verb(word), ...soft(stem)]
    return verb(word.slice(0, -2)).map((form) => form + (vowels.includes(form.at(-1)!) ? 'сь' : 'ся'))
  }
  if (word.length > 4 && /(?:ый|ой)$/.test(word)) return adjective(word.slice(0, -2))
  if (word.length > 4 && word.endsWith('ий')) return /[гкхжчшщ]ий$/.test(word) ? adjective(word.slice(0, -2)) : [...adjectiveSoft(word.slice(0, -2)), ...add(word.slice(0, -1), 'й я ю ем и ев ям ями ях')]
  if (word.length > 4 && /(?:ая|ое|ые)$/.test(word)) return adjective(word.slice(0, -2))
  if (word.length > 4 && /[гкхжчшщ]ие$/.test(word)) return adjective(word.slice(0, -2))
  switch (word.at(-1)) {
    case 'а': return feminine(stem)
    case 'я': return feminineSoft(stem)
    case 'о': return neuter(stem)
    case 'е': return neuterSoft(stem)
    case 'ь': return [...soft(stem), ...withoutVowel(stem).flatMap(soft)]
    case 'й': return add(stem, 'й я ю ем е и ев ям ями ях')
    case 'ы': case 'и': return [...feminine(stem), ...masculine(stem), ...(word.endsWith('ии') ? [...feminineSoft(stem), ...neuterSoft(stem)] : [])]
    case 'у': return [...masculine(stem), ...feminine(stem)]
    case 'ю': return word.endsWith('ию') ? [...feminineSoft(stem), ...neuterSoft(stem)] : feminineSoft(stem)
  }
  if (word.length > 5 && word.endsWith('ов')) return [...masculine(word), ...masculine(word.slice(0, -2))]
  return [...masculine(word), ...withoutVowel(word).flatMap((short) => masculine(short).filter((form) => form !== short))]
}
