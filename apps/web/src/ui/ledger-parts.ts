// Notes of a ledger that bear a figure or the words of a fault: taken apart, so that the rest of them is said in the reader's language.
type Said = { key: 'diedEach'; times: string } | { key: 'tooLarge'; megabytes: string } | { key: 'notMade'; reason: string } | { key: 'blockUnread'; block: string; reason: string }
/** Null: one without parts, or of a newer server. */
export function ledgerParts(detail: string): Said | null {
  const [, times] = /^The program stopped each of the (\d+) times it was made\.$/.exec(detail) ?? []
  if (times !== undefined) return { key: 'diedEach', times }
  const [, megabytes] = /^Its files are (\d+) MB, more than mail servers take/.exec(detail) ?? []
  if (megabytes !== undefined) return { key: 'tooLarge', megabytes }
  const [, reason] = /^It could not be made: (.+)$/s.exec(detail) ?? []
  if (reason !== undefined) return { key: 'notMade', reason }
  const [, block, why] = /^Block "([^"]*)": (.+)$/s.exec(detail) ?? []
  return block === undefined || why === undefined ? null : { key: 'blockUnread', block, reason: why }
}
