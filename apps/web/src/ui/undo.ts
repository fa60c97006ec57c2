// "Undo" instead of "are you sure": what was done is said for some seconds with a way back. Z takes the last one back.
export interface Notice {
  id: number
  message: string
  /** Takes the act back. Absent: only a message. */
  undo?: () => void | Promise<void>
  tone: 'plain' | 'failed'
}
let notices: readonly Notice[] = []
let lastId = 0
const watchers = new Set<() => void>()
const timers = new Map<number, ReturnType<typeof setTimeout>>()

const set = (next: readonly Notice[]) => {
  notices = next
  watchers.forEach((watch) => watch())
}
export const dismiss = (id: number) => {
  clearTimeout(timers.get(id))
  timers.delete(id)
  set(notices.filter((notice) => notice.id !== id))
}

/** Shows a notice; `seconds` how long the way back stays (default 8). Answers a function that takes the notice away. */
export function showNotice({ message, undo, tone = 'plain', seconds = 8 }: { message: string; undo?: () => void | Promise<void>; tone?: Notice['tone']; seconds?: number }): () => void {
  const id = ++lastId
  set([...notices.slice(-2), { id, message, tone, ...(undo ? { undo } : {}) }])
  timers.set(id, setTimeout(() => dismiss(id), seconds * 1000))
  return () => dismiss(id)
}

/** Takes back one act, or the last one that can be. False when there is nothing to take back. */
export function undo(id?: number): boolean {
  const notice = id === undefined ? notices.findLast((each) => each.undo) : notices.find((each) => each.id === id)
  if (!notice?.undo) return false
  dismiss(notice.id)
  void notice.undo()
  return true
}

export const noticeStore = {
  subscribe(watch: () => void) {
    watchers.add(watch)
    return () => watchers.delete(watch)
  },
  get: () => notices,
}
