import { ApiProblem } from '../../../../api/problem.ts'

/** What the server says of the conditions at one place of a definition, under the name by which the builder finds it (ui/conditions). */
export function conditionsProblem(error: unknown, field: 'where' | 'fits' | 'among'): ApiProblem | null {
  if (!(error instanceof ApiProblem)) return null
  const before = `definition.${field}`
  const fields = Object.fromEntries(Object.entries(error.fields).filter(([name]) => name === before || name.startsWith(`${before}.`)).map(([name, sentence]) => [`conditions${name.slice(before.length)}`, sentence]))
  return Object.keys(fields).length === 0 ? null : new ApiProblem(error.code, error.status, error.message, { fields })
}
