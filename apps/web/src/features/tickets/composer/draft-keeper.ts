// Keeps what is being written. Every change is at once in a copy in the browser, a moment later on the server; the copy
// goes only when the server has the same text. So neither a failure, nor leaving, nor a closed lid loses a word.
import type { DraftBody } from '@kontuar/contracts'

export type DraftState = 'clean' | 'changed' | 'saving' | 'saved' | 'unsaved'
export interface DraftOutside {
  save(body: DraftBody): Promise<void>
  remove(): Promise<void>
  /** The copy in this browser. */
  copy(body: DraftBody | null): void
  /** Runs later and answers how to call it off. */
  later(milliseconds: number, run: () => void): () => void
}

export const saveAfter = 900
const retryAfter = (failures: number) => Math.min(60_000, 2000 * 2 ** (failures - 1))

export class DraftKeeper {
  private wanted: DraftBody | null = null
  private running: Promise<void> | null = null
  private changes = 0
  private savedChanges = 0
  private failures = 0
  private callOff: () => void = () => {}
  private watchers = new Set<() => void>()
  private now: DraftState = 'clean'
  private readonly outside: DraftOutside

  constructor(outside: DraftOutside) {
    this.outside = outside
  }

  state = (): DraftState => this.now
  subscribe = (watch: () => void): (() => void) => {
    this.watchers.add(watch)
    return () => this.watchers.delete(watch)
  }

  private become(state: DraftState): void {
    if (state === this.now) return
    this.now = state
    this.watchers.forEach((watch) => watch())
  }

  /** What is written now; null for an empty composer. */
  change(body: DraftBody | null): void {
    this.wanted = body
    this.changes++
    this.outside.copy(body)
    this.become('changed')
    this.callOff()
    this.callOff = this.outside.later(this.failures > 0 ? retryAfter(this.failures) : saveAfter, () => void this.flush())
  }

  /** Saves now what is not saved. Resolves when the server has the newest text, or could not take it. */
  async flush(): Promise<void> {
    this.callOff()
    if (this.running) await this.running
    if (this.changes === this.savedChanges) return
    this.running ??= this.save()
    await this.running
  }

  private async save(): Promise<void> {
    const saving = this.changes
    this.become('saving')
    try {
      await (this.wanted === null ? this.outside.remove() : this.outside.save(this.wanted))
      this.savedChanges = saving
      this.failures = 0
      if (saving !== this.changes) return this.become('changed')
      this.outside.copy(null)
      this.become(this.wanted === null ? 'clean' : 'saved')
    } catch {
      this.failures++
      this.become('unsaved')
      this.callOff()
      this.callOff = this.outside.later(retryAfter(this.failures), () => void this.flush())
    } finally {
      this.running = null
    }
  }

  /** The text was sent: nothing is left to keep. A save under way is waited for, so that it cannot bring the draft back. */
  async discard(): Promise<void> {
    this.change(null)
    await this.flush()
  }
}
