// Names of what numbers are cut by, in the reader's language.
import type { Locale } from '@kontuar/contracts'
import { customFields, locations, queues, reasons, teams } from '../desk-data.ts'
import { staff } from '../people.ts'

const channels: Record<Locale, Record<string, string>> = {
  pl: { email: 'E-mail', phone: 'Telefon', form: 'Formularz', chat: 'Czat', visit: 'Wizyta', messenger: 'Komunikator', review: 'Opinia publiczna', sms: 'SMS' },
  ru: { email: 'Почта', phone: 'Телефон', form: 'Форма', chat: 'Чат', visit: 'Визит', messenger: 'Мессенджер', review: 'Публичный отзыв', sms: 'SMS' },
  en: { email: 'Email', phone: 'Phone', form: 'Form', chat: 'Chat', visit: 'Visit', messenger: 'Messenger', review: 'Public review', sms: 'SMS' },
}
const newcomers: Record<Locale, Record<string, string>> = { pl: { true: 'Nowi klienci', false: 'Powracający klienci' }, ru: { true: 'Новые клиенты', false: 'Вернувшиеся клиенты' }, en: { true: 'New customers', false: 'Returning customers' } }
const none: Record<Locale, string> = { pl: 'brak', ru: 'нет', en: 'none' }
export const surveys = [{ id: 'v1', name: 'Po wizycie w salonie' }, { id: 'v2', name: 'Polecenie, raz na kwartał' }]
export const touchpoints = [{ id: 'tp2', name: 'Po wizycie' }, { id: 'tp3', name: 'Po zamkniętym zgłoszeniu' }]

export function nameOf(by: string, key: string | null, locale: Locale): string {
  if (key === null) return none[locale]
  if (by.startsWith('field:')) return customFields.find(({ id }) => id === by.slice(6))?.options.find(({ id }) => id === key)?.name ?? key
  if (by === 'channel') return channels[locale][key] ?? key
  if (by === 'newcomer') return newcomers[locale][key] ?? key
  if (by === 'language') return new Intl.DisplayNames(locale, { type: 'language' }).of(key) ?? key
  const lists: Record<string, readonly { id: string; name: string }[]> = { queue: queues, reason: reasons, location: locations, team: teams, staff, survey: surveys, touchpoint: touchpoints }
  return lists[by]?.find(({ id }) => id === key)?.name ?? key
}
