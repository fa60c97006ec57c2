/** Names a workbook takes: at most 31 characters, none of []:*?/\, no apostrophe at an end, each only once whatever its case. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain = title.toWellFormed().replace(/[[\]:*?/\\\p{Cc}\p{Cf}\ufffd-\uffff]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^'+|'+$/g, '')
    const wanted = short(plain === '' || plain.toLowerCase() === 'history' ? 'Kontuar' : plain, 31)
    let name = wanted
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${short(wanted, 31 - String(number).length - 1)} ${number}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** Excel counts UTF-16 units; a letter made of two is not divided. */
const short = (text: string, most: number): string => { let cut = ''; for (const letter of text) { if (cut.length + letter.length > most) break; cut += letter } return cut.trim().replace(/'+$/, '') || 'Kontuar' }
