import type { Customer } from '@kontuar/contracts'

/** The name, or the first address of somebody who never gave one. */
export const nameOf = ({ name, identities }: Pick<Customer, 'name' | 'identities'>): string => name || identities[0]?.address || '—'

/** "polski", "русский": the language in the reader's words; a code that is none stays as it is. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
