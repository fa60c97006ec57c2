// When are two phone numbers the same person's? When they are the same in E.164.
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'

/** The country a number without "+" is dialled in, by the organization's language. */
const home: Record<string, CountryCode> = { pl: 'PL', ru: 'RU', en: 'GB' }

/** E.164 (ITU-T): "+48600700800". Null for what cannot be a number. */
export function phoneKey(phone: string, locale: string): string | null {
  if (phone.length > 40) return null
  const number = parsePhoneNumberFromString(phone, home[locale] ?? 'PL')
  return number?.isPossible() ? number.number : null
}
