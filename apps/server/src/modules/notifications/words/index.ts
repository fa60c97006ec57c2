// What a push and a digest say, in the reader's language.
import type { Locale, NotificationKind } from '@kontuar/contracts'
import type { Setting } from '../rules/setting.ts'
import { en } from './en.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'

export interface Words {
  /** On a lock screen: the kind and the number of the ticket (null: none), nothing of the customer. `count` of a grouped one. */
  push: Record<NotificationKind, (ticket: string | null, count: number) => string>
  /** Of something set that does not hold any more. */
  settings: Record<Setting, string>
  several: (count: number) => string
  trial: string
  ticket: (number: number) => string
  digest: {
    subject: (notices: number, organization: string) => string
    greeting: (name: string) => string
    /** Above the list. */
    lead: (notices: number, tickets: number) => string
    /** Heading over what belongs to no ticket. */
    other: string
    /** Below the list when it was cut. */
    more: (tickets: number) => string
    why: (time: string) => string
    change: string
  }
}

const words: Record<Locale, Words> = { pl, ru, en }
export const wordsIn = (locale: string | null): Words => words[localeOf(locale)]
export const localeOf = (locale: string | null): Locale => (locale === 'ru' || locale === 'en' ? locale : 'pl')
