// PostgreSQL's text holds no NUL, and its JSON no lone surrogate; mail brings both. The original bytes are kept.

/** The text with NUL left out and lone surrogates replaced by U+FFFD. */
export function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}

/** JSON that PostgreSQL takes. Looked over only when it holds something it would refuse, which is rare. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  return /\\u(?:0000|d[89a-f])/i.test(json) ? JSON.stringify(value, (_, v: unknown) => (typeof v === 'string' ? storable(v) : v)) : json
}
