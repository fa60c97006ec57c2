/** A start that cannot succeed; the message is one or two sentences for the administrator and says what to do. */
export class PostgresError extends Error {
  override name = 'PostgresError'
}
