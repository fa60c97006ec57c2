import type { QueryOf, listTasks } from '@kontuar/contracts'

export const shows = ['mine', 'everybody', 'done'] as const
export type Show = (typeof shows)[number]
/** `task`: the one that is being changed, or `new`. */
export interface TaskSearch { show?: Show; task?: string }

export function readTaskSearch({ show, task }: Record<string, unknown>): TaskSearch {
  const found = shows.find((each) => each === show)
  return { ...(found && found !== 'mine' && { show: found }), ...(typeof task === 'string' && task !== '' && { task: task.slice(0, 64) }) }
}

export const taskQuery = (show: Show): QueryOf<typeof listTasks> => (show === 'mine' ? { ownerId: 'me', state: 'open' } : { state: show === 'done' ? 'done' : 'open' })
