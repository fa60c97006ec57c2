import { ApiProblem } from '../../../../api/problem.ts'

/** What is wrong with a file is known to the server alone: its sentence says line and reason. */
export const told = (error: unknown): string | undefined => (error instanceof ApiProblem && (error.code === 'invalid-input' || error.code === 'too-large' || error.code === 'cannot-do') ? (error.detail ?? error.message) : undefined)
