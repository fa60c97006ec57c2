// Stable error codes of the HTTP interface. docs/api/errors.md explains each; a test holds both together.
export const errorCodes = {
  'invalid-input': 400,
  'invalid-cursor': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'wrong-signature': 401,
  'not-allowed': 403,
  'wrong-origin': 403,
  'not-found': 404,
  'conflict': 409,
  'already-set-up': 409,
  'idempotency-mismatch': 409,
  'too-late': 409,
  'too-large': 413,
  'unsupported-type': 415,
  'cannot-do': 422,
  'noisy-rule': 422,
  'too-many-requests': 429,
  'internal': 500,
  'not-ready': 503,
} as const
export type ErrorCode = keyof typeof errorCodes
