const cyrillic: Record<string, string> = Object.fromEntries('а-a б-b в-v г-g д-d е-e ж-zh з-z и-i й-i к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh щ-shch ы-y э-e ю-yu я-ya'.split(' ').map((pair) => pair.split('-') as [string, string]))

/** A key that a person can read, made of the name: "Oczekuje na część" → oczekuje-na-czesc; a number when it is taken. */
export function makeKey(name: string, taken: readonly string[]): string {
  const plain = name.toLowerCase().replaceAll('ł', 'l').normalize('NFKD').replace(/[а-я]/g, (letter) => cyrillic[letter] ?? '')
  const stem = plain.replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').slice(0, 35).replace(/^-+|-+$/g, '') || 'status'
  if (!taken.includes(stem)) return stem
  let number = 2
  while (taken.includes(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}
