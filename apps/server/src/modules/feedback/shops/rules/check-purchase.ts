// What may be said of a purchase. Each is looked at by itself: one that is wrong keeps no other waiting.
import { NewPurchase } from '@kontuar/contracts'
import { Value } from 'typebox/value'
import { storable } from '../../../../platform/db/storable.ts'

export interface CheckedPurchase {
  kind: 'purchase' | 'delivery'
  number: string
  at: Date
  customer: { name: string; email: string | null; phone: string | null; language: string | null; bornOn: string | null }
  /** Undefined: as the shop has it. */
  locationId: string | null | undefined
  staffId: string | null
  facts: Record<string, string>
}
export interface PurchaseFault { sentence: string; fields: Record<string, string> }

const mostFacts = 20
const dayMs = 86_400_000
/** A clock that goes wrong by a zone is no lie. */
const furthestAheadMs = dayMs

/** Of JSON from outside. */
export function checkPurchase(given: unknown, now: Date): CheckedPurchase | PurchaseFault {
  const errors = Value.Check(NewPurchase, given) ? [] : Value.Errors(NewPurchase, given)
  const [first] = errors
  if (first !== undefined) return fault(`A purchase is not as described: ${pathOf(first) || 'it'} ${first.message}.`, pathOf(first) || 'purchase', first.message)
  const purchase = given as NewPurchase
  const number = tidy(purchase.number)
  if (number === '') return fault('The purchase has no number: send the number of the order, by which it is known when it comes again.', 'number', 'is empty')
  const at = purchase.at === undefined ? now : readInstant(purchase.at)
  if (at === null) return fault('The time of the purchase is none: write it like 2026-03-14T15:09:26Z.', 'at', 'is no time')
  if (at.getTime() > now.getTime() + furthestAheadMs) return fault('The purchase lies in the future: send it when it has happened.', 'at', 'lies in the future')
  const { email, phone, name, language, bornOn } = purchase.customer
  if (!email?.trim() && !phone?.trim()) return fault('The customer has neither e-mail address nor phone number: send one of them.', 'customer', 'has no address')
  if (bornOn !== undefined && !isBirthday(bornOn, now)) return fault('The day of birth is none: write it YYYY-MM-DD, or leave it out.', 'customer.bornOn', 'is no day of birth')
  const facts = Object.entries(purchase.facts ?? {})
  if (facts.length > mostFacts) return fault(`More than ${mostFacts} facts: send only those that a survey names.`, 'facts', 'are too many')
  return {
    kind: purchase.kind, number, at, locationId: purchase.locationId, staffId: purchase.staffId ?? null, facts: Object.fromEntries(facts.map(([key, value]) => [storable(key), storable(value)])),
    customer: { name: name ?? '', email: email?.trim() || null, phone: phone?.trim() || null, language: language?.trim() ? storable(language.trim()) : null, bornOn: bornOn ?? null },
  }
}

export const isFault = (checked: CheckedPurchase | PurchaseFault): checked is PurchaseFault => 'sentence' in checked

const fault = (sentence: string, field: string, what: string): PurchaseFault => ({ sentence, fields: { [field]: what } })
const pathOf = ({ instancePath }: { instancePath: string }): string => instancePath.replace(/^\//, '').replaceAll('/', '.').slice(0, 100)
const tidy = (text: string): string => storable(text).replace(/[\s\p{Cc}]+/gu, ' ').trim()

function readInstant(given: string): Date | null {
  try {
    return new Date(Temporal.Instant.from(given).epochMilliseconds)
  } catch {
    return null
  }
}

function isBirthday(day: string, now: Date): boolean {
  try {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' })
    return date.year >= 1900 && Temporal.PlainDate.compare(date, Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 })) <= 0
  } catch {
    return false
  }
}
