// The subject of a message, and the line above its alerts. Pure.
import { tellingWords } from '../words/index.ts'
import type { AlertMessage } from './alert-message.ts'

export function subjectOf({ alerts, language, how }: AlertMessage): string {
  const words = tellingWords(language)
  const [first] = alerts
  if (how === 'digest') return words.subject.digest(alerts.length)
  if (alerts.length !== 1 || first === undefined) return words.subject.many(alerts.length)
  if (first.step > 0) return words.subject.step(first.alert.title)
  return first.alert.noData ? words.subject.noData(first.alert.title) : words.subject.one(first.alert.title)
}

/** Why it is here, above the alerts. */
export function leadOf({ alerts, language, how }: AlertMessage): string | null {
  const words = tellingWords(language)
  if (how === 'digest') return words.digestLead(alerts.length)
  return alerts.length < 2 ? null : how === 'quiet' ? words.quiet : words.lead(alerts.length)
}
