// Structured logs. No personal data: ids and codes only; addresses, subjects, texts and secrets never.
import { pino, type Logger } from 'pino'

export type Log = Logger

export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.authorization', '*.cookie', 'password', 'req.headers'], censor: '…' },
    serializers: { err: describeError },
  })
}

/** Errors of PostgreSQL carry row contents in `detail`: only what is free of them is written. */
function describeError(err: unknown) {
  if (!(err instanceof Error)) return { message: String(err) }
  const { code, constraint, table } = err as Error & { code?: string; constraint?: string; table?: string }
  return { type: err.name, message: err.message, code, constraint, table, stack: err.stack }
}
