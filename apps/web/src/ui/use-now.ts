import { useSyncExternalStore } from 'react'

// One clock for all relative times of the page: a hundred rows do not need a hundred timers.
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined
const watchers = new Set<() => void>()

const subscribe = (watch: () => void) => {
  watchers.add(watch)
  now = new Date()
  timer ??= setInterval(() => {
    now = new Date()
    watchers.forEach((each) => each())
  }, 20_000)
  return () => {
    watchers.delete(watch)
    if (watchers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The present moment, renewed every 20 s. */
export const useNow = (): Date => useSyncExternalStore(subscribe, () => now)
