// What a demonstration company is made of.
import type { Locale } from '@kontuar/contracts'
import type { Asking } from './feedback/asking.ts'
import type { Live } from './life/life.ts'

export const demoPassword = 'kontuar-demo'

export interface DemoCompany {
  name: string
  admin: { name: string; email: string }
  staff: { name: string; email: string; role: 'manager' | 'agent' }[]
  mailboxes: { name: string; address: string }[]
  people: { name: string; address: string }[]
  desk: DemoDesk
  stories: Story[]
  /** How many tickets the stories are told for, with different people and times. */
  tickets: number
  /** How many people came in half a year, and which languages they speak, by weight. */
  customers: number
  languages: Readonly<Record<Locale, number>>
  live: Live
  asking: Asking
}

/** How the company has set up its desk. People by their addresses, queues and reasons by the keys they came with. */
export interface DemoDesk {
  locations: string[]
  charge: Charge
  /** `location` by its place in the list. */
  teams: { name: string; manager: string | null; members: string[]; location?: number; queues: string[] }[]
  /** For each mailbox; null: the default queue. */
  mailboxQueues: (string | null)[]
  rules: { name: string; words: string[]; queue: string }[]
  /** The first pattern that fits the subject. */
  reasons: [pattern: RegExp, reason: string][]
  tags: { name: string; colour: string; pattern?: RegExp }[]
  skills?: Record<string, string[]>
  /** Open tickets at once. */
  capacity: number
  canned: { name: string; shortcut: string; pl: string; ru: string; en: string }[]
  tasks: DemoTask[]
}

/** Who is in charge, by their addresses: of each location in the order of the list, and of regions with their locations. */
export interface Charge { managers: readonly string[]; regions: readonly { name: string; manager: string; locations: readonly number[] }[] }

export interface DemoTask {
  kind: 'task' | 'call-back'
  title: string
  owner: string
  /** Due in so many hours from now. */
  inHours: number
  /** By its place in the list. */
  location?: number
  steps?: readonly [text: string, done: boolean][]
  begun?: boolean
  /** Finished so many hours ago, with what was done. */
  done?: { hoursAgo: number; remedy: string }
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
/** `note` is internal; `call` is a call of the customer that a colleague wrote down. */
export type Line = { from: 'customer' | 'staff' | 'note' | 'call'; text: string; after: number }

export const customer = (text: string, after = 0): Line => ({ from: 'customer', text, after })
export const staff = (text: string, after = 2): Line => ({ from: 'staff', text, after })
export const note = (text: string, after = 0.2): Line => ({ from: 'note', text, after })
export const call = (text: string, after = 1): Line => ({ from: 'call', text, after })
