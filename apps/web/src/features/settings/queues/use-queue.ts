import { changeQueue, createQueue, type BodyOf, type Queue } from '@kontuar/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type QueueBody = BodyOf<typeof createQueue>

/** Saves a queue, a new one when there is no id yet; every screen that names queues reads them again. */
export function useSaveQueue(id: string | null) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: QueueBody): Promise<Queue> => (id === null ? api(createQueue, { body }) : api(changeQueue, { params: { id }, body })),
    onSuccess: (saved) => {
      queries.setQueryData<{ items: Queue[]; next: string | null }>(queryKeys.queues, (before) => before && {
        ...before,
        items: before.items.some((queue) => queue.id === saved.id) ? before.items.map((queue) => (queue.id === saved.id ? saved : queue)) : [...before.items, saved],
      })
      return queries.invalidateQueries({ queryKey: queryKeys.queues })
    },
  })
}
