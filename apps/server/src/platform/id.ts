// Ids rise with time (UUIDv7, RFC 9562): new rows land at the end of an index, and order by id is order by creation.
import { randomUUIDv7 } from 'node:crypto'

export const newId = (): string => randomUUIDv7()
