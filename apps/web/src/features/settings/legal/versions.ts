import type { LegalBasis } from '@kontuar/contracts'

/** The newest version of each, in the order in which they come. */
export function currentVersions(all: readonly LegalBasis[]): LegalBasis[] {
  const newest = new Map<string, LegalBasis>()
  for (const basis of all) {
    const known = newest.get(basis.code)
    if (!known || known.version < basis.version) newest.set(basis.code, basis)
  }
  return [...newest.values()]
}

/** A code for the address and the diary, from the name: "Reklamacja usług" → reklamacja-uslug. */
export function codeFrom(name: string, taken: ReadonlySet<string>): string {
  const plain = name.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 50).replace(/-+$/, '') || 'term'
  let code = plain
  for (let next = 2; taken.has(code); next++) code = `${plain}-${next}`
  return code
}
