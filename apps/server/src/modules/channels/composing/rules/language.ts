import type { Language } from './quote.ts'

/** The language in which we write to a customer: theirs if we have it, else the organization's. */
export const languageOf = (customer: string | null, organization: string): Language => {
  const known = [customer, organization].map((l) => l?.slice(0, 2).toLowerCase()).find((l) => l === 'pl' || l === 'ru' || l === 'en')
  return (known ?? 'en') as Language
}
