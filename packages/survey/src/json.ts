// Reading JSON of strangers.
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What an object itself holds under a key; never what it inherits. */
export function own(object: object | null | undefined, key: string): unknown {
  return object && Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined
}

/** PostgreSQL's text and jsonb hold neither NUL nor half a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
