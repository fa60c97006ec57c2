// The server says what is wrong with which field; here it is said in the person's language. What is not known here is
// shown in the server's own sentence, which is better than none.
import type { TFunction } from 'i18next'
import { ApiProblem } from '../../../api/problem.ts'

const known = {
  'name is taken': 'nameTaken', 'name is empty': 'nameMissing',
  'retired is the last of its category': 'lastOfCategory', 'retired is the default': 'isDefault', 'isDefault is retired': 'defaultRetired', 'onCustomerMessage is closed': 'messageCloses',
  'parentId makes a loop': 'loop', 'parentId is too deep': 'tooDeep', 'retired was merged': 'wasMerged',
  'intoId comes too late': 'mergedAlready', 'intoId is the same reason': 'sameReason', 'intoId stands below': 'standsBelow', 'intoId is retired': 'intoRetired', 'intoId has a reason of the same name below': 'sameBelow',
  'options cannot stand like this': 'options', 'retired it is still used': 'locationUsed', 'retired it still serves queues': 'teamServes',
  'access somebody has to see everything': 'lastToSee', 'timeZone is not known': 'zoneUnknown',
} as const

function wordOf(field: string, what: string): (typeof known)[keyof typeof known] | 'onlyWay' | 'childrenInUse' | null {
  const found = known[`${field} ${what}` as keyof typeof known]
  if (found) return found
  if (what.startsWith('is the only way from')) return 'onlyWay'
  if (/^has \d+ below it in use$/.test(what)) return 'childrenInUse'
  return null
}

/** Sentences by field, for `form.setErrors`. */
export function refusedFields(error: unknown, t: TFunction<'desk'>): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {}
  return Object.fromEntries(Object.entries(error.fields).map(([field, what]) => {
    const word = wordOf(field, what)
    return [field, word === null ? (error.detail ?? error.message) : t(`refused.${word}`)]
  }))
}

/** One sentence for the whole act; undefined where the general one of this error says enough. */
export const refusalText = (error: unknown, t: TFunction<'desk'>): string | undefined => Object.values(refusedFields(error, t))[0]
