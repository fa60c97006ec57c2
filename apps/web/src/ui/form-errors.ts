import { ApiProblem } from '../api/problem.ts'

/** The server's words for single fields, for `form.setErrors`. */
export const fieldErrors = (error: unknown): Record<string, string> => (error instanceof ApiProblem ? error.fields : {})

/** Enough to catch a slip; whether the address exists only mail can tell. */
export const looksLikeAddress = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(text.trim())

/** Least length of a password, as the contract says. */
export const passwordLength = 10
