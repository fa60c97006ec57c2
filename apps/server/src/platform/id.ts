// Ids rise with time (UUIDv7, RFC 9562): new rows land at the end of an index, and order by id is order by creation.
import { randomUUIDv7 } from 'node:crypto'

let millisecond = 0
let counter = 0

/**
 * Within one millisecond a counter rises in the 12 bits after the version (RFC 9562, section 6.2, method 1): Node's own
 * are in random order there, and two mails or two events of one transaction would change places. A clock that is
 * set back does not lower them.
 */
export function newId(): string {
  const now = Date.now()
  if (now > millisecond) {
    millisecond = now
    counter = 0
  } else if (++counter > 0xfff) {
    millisecond++
    counter = 0
  }
  const time = millisecond.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}${randomUUIDv7().slice(18)}`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** An id that cannot exist is answered like one that does not. */
export const isId = (value: string): boolean => uuid.test(value)
