// Retiring cannot be taken back on the server, so it waits here while "Undo" is offered. Closing the page in that time
// leaves the mailbox as it is.
import { deleteMailbox } from '@kontuar/contracts'
import { api } from '../../../api/api.ts'
import { queryClient } from '../../../api/query-client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { showNotice } from '../../../ui/undo.ts'

const seconds = 8
let leaving: ReadonlySet<string> = new Set()
const watchers = new Set<() => void>()
const set = (next: Iterable<string>) => {
  leaving = new Set(next)
  watchers.forEach((watch) => watch())
}

/** Ids on their way out; the list leaves them away. */
export const leavingMailboxes = {
  subscribe(watch: () => void) {
    watchers.add(watch)
    return () => watchers.delete(watch)
  },
  get: () => leaving,
}

export function retireMailbox(id: string, message: string, failed: (error: unknown) => string): void {
  set([...leaving, id])
  const stay = () => set([...leaving].filter((each) => each !== id))
  const timer = setTimeout(async () => {
    try {
      await api(deleteMailbox, { params: { id } })
    } catch (error) {
      showNotice({ message: failed(error), tone: 'failed' })
    }
    await queryClient.invalidateQueries({ queryKey: queryKeys.mailboxes.all })
    stay()
  }, seconds * 1000)
  showNotice({
    message,
    seconds,
    undo: () => {
      clearTimeout(timer)
      stay()
    },
  })
}
