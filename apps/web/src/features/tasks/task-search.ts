import type { QueryOf, Task, listTasks } from '@kontuar/contracts'

export const shows = ['mine', 'everybody', 'done'] as const
export type Show = (typeof shows)[number]
export const origins = ['hand', 'alert', 'recovery', 'warning', 'escalation', 'contact'] as const
export type Origin = (typeof origins)[number]

/** `task`: the one that is open, or `new`; `close`: it is being closed with its cause. `owner`: an id, or `none`. */
export interface TaskSearch { show?: Show; as?: 'board'; owner?: string; late?: true; location?: string; origin?: Origin; task?: string; close?: true }

const word = (given: unknown) => (typeof given === 'string' && given !== '' ? given.slice(0, 64) : undefined)

export function readTaskSearch(given: Record<string, unknown>): TaskSearch {
  const show = shows.find((each) => each === given['show'])
  const origin = origins.find((each) => each === given['origin'])
  const [owner, location, task] = [word(given['owner']), word(given['location']), word(given['task'])]
  return {
    ...(show && show !== 'mine' && { show }), ...(given['as'] === 'board' && { as: 'board' as const }), ...(owner && show && show !== 'mine' && { owner }), ...(given['late'] === true && { late: true as const }),
    ...(location && { location }), ...(origin && { origin }), ...(task && { task }), ...(task && task !== 'new' && given['close'] === true && { close: true as const }),
  }
}

/** What the server is asked for: one list of this state. What is done is never late any more. */
export function taskQuery({ show = 'mine', owner, late, location, origin }: TaskSearch, state: Task['state'] | 'undone'): QueryOf<typeof listTasks> {
  return {
    state, ...(show === 'mine' ? { ownerId: 'me' } : owner ? { ownerId: owner } : {}), ...(late && state !== 'done' && { late }), ...(location && { locationId: location }), ...(origin && { origin }),
  }
}

export const hasFilter = ({ owner, late, location, origin }: TaskSearch): boolean => owner !== undefined || late !== undefined || location !== undefined || origin !== undefined
