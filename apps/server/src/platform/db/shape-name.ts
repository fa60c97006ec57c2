// Names for statements whose text is put together from parts: a few shapes that come again and again, but nobody can list them.
// A named statement is parsed and planned once a connection; planning a list under row-level security costs more than reading it.
import { createHash } from 'node:crypto'

/** Each costs every connection the memory of its plan, and is kept as long as the connection. */
const mostShapes = 60
const names = new Map<string, string>()

/** The name of this text as a prepared statement; undefined when there are too many: then it is planned each time. */
export function shapeName(kind: string, text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostShapes) return undefined
  const name = `${kind} ${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`
  names.set(text, name)
  return name
}
