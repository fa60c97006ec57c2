// Nobody touches the screen any more: it says so, and then begins anew.

export interface Idle { touched(): void; stop(): void }

/** @param warn called with true some seconds before the end, with false when somebody is there still */
export function watchIdle(seconds: number, warn: (on: boolean) => void, over: () => void): Idle {
  // WCAG 2.2.1: told before it happens, and one touch prevents it.
  const warnFor = Math.min(10, seconds / 2)
  let timers: ReturnType<typeof setTimeout>[] = []
  let warned = false
  const clear = () => {
    timers.forEach(clearTimeout)
    timers = []
    if (warned) warn(false)
    warned = false
  }
  return {
    touched() {
      clear()
      timers = [
        setTimeout(() => {
          warned = true
          warn(true)
        }, (seconds - warnFor) * 1000),
        setTimeout(() => {
          clear()
          over()
        }, seconds * 1000),
      ]
    },
    stop: clear,
  }
}
