// All that the facts of one ticket are derived from.
import type { TicketStory } from '../../../routing/index.ts'

/** What a reading says of a text; null confidence: a person said it. */
export interface TextReading { sentiment: 'negative' | 'neutral' | 'positive' | null; confidence: number | null; byPerson: boolean }

export interface TicketGround {
  story: TicketStory
  /** Nothing of the customer was there before. */
  newcomer: boolean
  /** Some answer that counts stands beside it. */
  rated: boolean
  /** What the same customer did besides; of a ticket that is not closed nobody asks. */
  company: Company | null
  /** The customer had complained within settings.complaintWindowDays before this complaint. */
  complainedBefore: boolean
  /** By entry. */
  readings: ReadonlyMap<string, TextReading>
}

export interface Company {
  /** The customer was in touch for the same reason after the last closing, within the window. */
  cameBack: boolean
  /** It was opened while another ticket of the same customer and reason was open, or within the window after that one's last closing. */
  followsOne: boolean
  /** So was another one after it. */
  isFollowed: boolean
}
