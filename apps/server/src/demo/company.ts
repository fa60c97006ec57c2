// What a demonstration company is made of.
import type { Locale } from '@kontuar/contracts'

export interface DemoCompany {
  name: string
  admin: { name: string; email: string }
  staff: { name: string; email: string; role: 'manager' | 'agent' }[]
  mailboxes: { name: string; address: string }[]
  people: { name: string; address: string }[]
  stories: Story[]
  /** How many tickets the stories are told for, with different people and times. */
  tickets: number
}

/** One matter as it is written: who said what, how many hours after the message before. */
export interface Story {
  subject: string
  language: Locale
  /** Of the mailbox, in the company's list. */
  mailbox?: number
  lines: Line[]
  ends: 'new' | 'open' | 'waiting' | 'closed'
}
/** `note` is internal. */
export type Line = { from: 'customer' | 'staff' | 'note'; text: string; after: number }

export const customer = (text: string, after = 0): Line => ({ from: 'customer', text, after })
export const staff = (text: string, after = 2): Line => ({ from: 'staff', text, after })
export const note = (text: string, after = 0.2): Line => ({ from: 'note', text, after })
