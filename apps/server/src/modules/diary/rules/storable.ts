// PostgreSQL's text holds no NUL, and JSON no lone surrogate; mail brings both. The original bytes are kept.

/** The text with NUL left out and lone surrogates replaced by U+FFFD. */
export function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}

/** The first words of a message for lists: one line, at most 160 characters. */
export function makePreview(text: string): string {
  const line = storable(text.slice(0, 600)).replace(/[\s\u200b-\u200f\u034f\u00ad]+/g, ' ').trim()
  return [...line].slice(0, 160).join('')
}
