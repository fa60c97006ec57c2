// Guards that the notes the server writes about reports are taken apart as it writes them.
import { expect, test } from 'vitest'
import { ledgerParts } from './ledger-parts.ts'

test.each([
  ['The program stopped each of the 5 times it was made.', { key: 'diedEach', times: '5' }],
  ['Its files are 18 MB, more than mail servers take: leave out a format, or shorten it.', { key: 'tooLarge', megabytes: '18' }],
  ['It could not be made: The logo is neither PNG\nnor JPEG.', { key: 'notMade', reason: 'The logo is neither PNG\nnor JPEG.' }],
  ['Block "b3": There is no metric "own-7".', { key: 'blockUnread', block: 'b3', reason: 'There is no metric "own-7".' }],
  ['550 No such user', null], ['Block "b3"', null], ['', null],
])('%s', (detail, parts) => expect(ledgerParts(detail)).toEqual(parts))
