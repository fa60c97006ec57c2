import { wilson, type Share } from './wilson.ts'

/**
 * Answers of delivered invitations. Clicks that nobody confirmed are not answers; an invitation that was answered counts
 * as delivered, whatever the gateway said of it. Null when nothing was delivered.
 * @throws RangeError when there are more answers than invitations: kiosk, link and website have no invitations and no rate.
 */
export function responseRate(answers: number, delivered: number, confidence = 0.95): Share | null {
  return wilson(answers, delivered, confidence)
}
