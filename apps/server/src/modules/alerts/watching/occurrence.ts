// One thing that happened, as rules see it: with the dimensions it had then. Read by one set of statements (read/), whether it has just come or
// lies in the past, so that a rule says the same of both.
import type { AlertSubject } from '@kontuar/contracts'

export interface Occurrence {
  subject: AlertSubject
  /** What makes it this one, for ever: alert_firing.occurrence. */
  id: string
  /** What an alert about it is about: several of one ticket count one alert up. */
  key: string
  /** When it happened; epoch milliseconds. */
  at: number
  /** When the program got to know it: later of a kiosk that was offline, of a call entered in the evening. */
  knownAt: number
  /** Came from a list: it is history, and no news. */
  imported: boolean
  ticketId: string | null
  answerId: string | null
  interactionId: string | null
  customerId: string | null

  channel: string | null
  queueId: string | null
  locationId: string | null
  teamId: string | null
  /** Who had the contact; of a ticket whose it was. */
  staffId: string | null
  reasonId: string | null
  language: string | null
  /** The customer had never been in touch before. Null: nobody knows who it is. */
  newcomer: boolean | null
  /** As they are now: nobody keeps what they were. */
  customerTagIds: readonly string[]
  companyId: string | null
  customerFields: unknown
  /** Custom fields of the ticket then. */
  fields: unknown
  /** 1 Monday to 7, and 0 to 23, in the organization's zone. */
  weekday: number
  hour: number

  /** Of answers and contacts: what was said. Never stored with an alert. */
  text: string
  /** Where it was read, and surely enough. */
  sentiment: 'negative' | 'neutral' | 'positive' | null
  topicId: string | null

  surveyId: string | null
  touchpointId: string | null
  road: string | null
  metric: string | null
  score: number | null
  scaleMin: number | null
  scaleMax: number | null
  tone: string | null
  ticketResult: string | null
  tagIds: readonly string[]

  kind: string | null
  stars: number | null

  priority: string | null
  /** Of a ticket `opened`, `reopened`, `complaint`; of a clock `warned`, `breached`. */
  happened: string | null
  clock: string | null
  /** Minutes from the deadline to the breach that is told; negative: so long before. */
  lateMinutes: number | null
}

/** What there is to say of one that has nothing else. */
export const blank: Omit<Occurrence, 'subject' | 'id' | 'key' | 'at' | 'knownAt' | 'weekday' | 'hour'> = {
  imported: false, ticketId: null, answerId: null, interactionId: null, customerId: null, channel: null, queueId: null, locationId: null, teamId: null, staffId: null, reasonId: null, language: null, newcomer: null,
  customerTagIds: [], companyId: null, customerFields: null, fields: null, text: '', sentiment: null, topicId: null, surveyId: null, touchpointId: null, road: null, metric: null, score: null, scaleMin: null, scaleMax: null, tone: null, ticketResult: null,
  tagIds: [], kind: null, stars: null, priority: null, happened: null, clock: null, lateMinutes: null,
}

/** In the order of their time; of one moment, of their ids. */
export const inOrder = (a: Occurrence, b: Occurrence): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
