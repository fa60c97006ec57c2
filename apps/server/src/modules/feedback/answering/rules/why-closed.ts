// Whether a page may be opened. Whoever has begun may finish: their time is worth more to us than a tidy end.
import type { ClosedReason } from '../opened-survey.ts'
import type { SourceRow } from '../source-rows.ts'

/** @param full the survey has as many answers as were wanted */
export function whyClosed(source: Pick<SourceRow, 'state' | 'expired' | 'started' | 'finished' | 'survey'>, full: boolean): ClosedReason | null {
  const { survey } = source
  if (source.finished) return 'answered'
  // What was never sent, or called off, has no address: it is not there.
  if (source.state !== 'sent' && source.state !== 'bounced' && source.state !== 'failed') return 'unknown'
  // It came back to us with its address in it, so the address is no secret of the customer's any more.
  if (source.state === 'bounced') return 'expired'
  if (survey.version === 0 || survey.state === 'draft' || survey.retired) return 'unknown'
  if (source.expired) return 'expired'
  if (source.started) return null
  if (survey.state === 'ended' || survey.tooLate) return 'ended'
  if (survey.state === 'paused') return 'paused'
  if (survey.tooEarly) return 'not-started'
  return full ? 'quota' : null
}
