/*
 * Words are compared without case, without diacritics and without letters held down: half of the people who complain in
 * Polish type no ogonki, Russians type е for ё, and "suuuper" is "super". A table of single letters, because normalize()
 * on each word cost a third of the reading.
 */
const first = 0x80
const last = 0x17f
const strokes: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 's', ı: 'i', æ: 'a', œ: 'o' }
const cyrillic: Record<string, string> = { ё: 'е', ѐ: 'е', ѝ: 'и' }

const table = new Map<string, string>(Object.entries(cyrillic))
for (let code = first; code <= last; code++) {
  const letter = String.fromCharCode(code).toLowerCase()
  const bare = strokes[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
  // İ becomes two letters when it is made small.
  if (letter.length === 1 && bare !== letter && bare.length === 1) table.set(letter, bare)
}
const marks = /[\u0300-\u036f\u00ad\u200b-\u200d\ufe0f]/g
const changing = new RegExp(`[${[...table.keys()].join('')}]`, 'g')

/** One word in small letters without diacritics. Decomposed letters are taken together first, so that й stays what it is. */
export function foldWord(word: string): string {
  let folded = word.toLowerCase()
  // eslint-disable-next-line no-control-regex -- almost all English words end here
  if (/^[\x00-\x7f]*$/.test(folded)) return folded
  if (marks.test(folded)) folded = folded.normalize('NFC').replace(marks, '')
  return folded.replace(changing, (letter) => table.get(letter)!)
}

/** Letters held down: three or more of the same. */
const heldDown = /(\p{L})\1{2,}/gu

export const isHeldDown = (word: string): boolean => { heldDown.lastIndex = 0; return heldDown.test(word) }
/** "suuuper" → "super". */
export const squeeze = (word: string): string => word.replace(heldDown, '$1')
/** "goooood" → "good". */
export const squeezeToTwo = (word: string): string => word.replace(heldDown, '$1$1')
