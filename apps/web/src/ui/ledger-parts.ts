// Notes of a ledger that bear a figure or the words of a fault: taken apart, so that the rest of them is said in the reader's language.
type Said = { key: 'diedEach'; times: string } | { key: 'tooLarge'; megabytes: string } | { key: 'notMade'; reason: string } | { key: 'blockUnread'; block: string; reason: string }
  | { key: 'answered' | 'answeredElsewhere' | 'answeredGone'; status: string } | { key: 'askedUnsure' | 'gatewayUnsure'; reason: string }
/** Null: one without parts, or of a newer server. */
export function ledgerParts(detail: string): Said | null {
  const [, times] = /^The program stopped each of the (\d+) times it was made\.$/.exec(detail) ?? []
  if (times !== undefined) return { key: 'diedEach', times }
  const [, megabytes] = /^Its files are (\d+) MB, more than mail servers take/.exec(detail) ?? []
  if (megabytes !== undefined) return { key: 'tooLarge', megabytes }
  const [, reason] = /^It could not be made: (.+)$/s.exec(detail) ?? []
  if (reason !== undefined) return { key: 'notMade', reason }
  const [, status, more] = /^It answered (\d+)(\.$| and sends us on to another address|: there is no such place any more)/.exec(detail) ?? []
  if (status !== undefined) return { key: more === '.' ? 'answered' : more!.startsWith(':') ? 'answeredGone' : 'answeredElsewhere', status }
  const [, missing] = /^It was asked and its answer is missing, so it may have arrived; it is not sent again: (.*)$/s.exec(detail) ?? []
  if (missing !== undefined) return { key: 'askedUnsure', reason: missing }
  const [, unsure] = /^The gateway was asked and its answer is missing; it is not sent again: (.*)$/s.exec(detail) ?? []
  if (unsure !== undefined) return { key: 'gatewayUnsure', reason: unsure }
  const [, block, why] = /^Block "([^"]*)": (.+)$/s.exec(detail) ?? []
  return block === undefined || why === undefined ? null : { key: 'blockUnread', block, reason: why }
}
