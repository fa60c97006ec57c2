/*
 * Whether this visitor is asked: once, or again after some days, and only a share of them. What is kept is one word and one date under
 * one key on their own device; it names nobody and is sent nowhere.
 */
export interface Keep { getItem(key: string): string | null; setItem(key: string, value: string): void }
export interface Visitor {
  /** True while they are to be asked. */
  chosen(): boolean
  /** They are being asked now. */
  asked(): void
}

const dayMs = 86_400_000

/**
 * @param keeps where it can be kept, the longest lasting first; each may refuse
 * @param firstPage whether they came from elsewhere: where nothing can be kept, only the first page of a visit asks
 */
export function visitor(key: string, rules: { againAfterDays: number | null; share: number }, keeps: readonly (() => Keep)[], now: number, random: number, firstPage: boolean): Visitor {
  let here: string | null = null
  const read = (): string | null => {
    for (const keep of keeps) {
      try {
        const found = keep().getItem(key)
        if (found !== null) return found
      } catch {
        // The next one, or none.
      }
    }
    return here
  }
  const write = (word: string): boolean => {
    here = `${word}@${now}`
    return keeps.some((keep) => {
      try {
        keep().setItem(key, here!)
        return true
      } catch {
        return false
      }
    })
  }
  const known = (): string | null => {
    const [word = '', at = ''] = (read() ?? '').split('@')
    const passed = now - Number(at)
    // A date of the future is a clock that was wrong.
    const over = !Number.isFinite(passed) || passed < 0 || (rules.againAfterDays !== null && passed >= rules.againAfterDays * dayMs)
    return word === '' || over ? null : word
  }
  return {
    chosen() {
      const word = known()
      if (word !== null) return word === 'in'
      const isIn = random < rules.share
      return (write(isIn ? 'in' : 'out') || firstPage) && isIn
    },
    asked: () => void write('asked'),
  }
}
