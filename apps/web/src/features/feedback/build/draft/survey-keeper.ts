// Keeps the draft of a survey. Every change is at once in a copy in the browser, a moment later on the server; the copy goes
// only when the server has the same. When somebody else has saved meanwhile nothing is overwritten: a person decides.
import type { SurveyDefinition } from '@kontuar/survey'
import type { Survey } from '@kontuar/contracts'

export type KeeperState = 'saved' | 'changed' | 'saving' | 'unsaved' | 'refused' | 'conflict'
/** What is kept in this browser, and upon which state of the server it was written. */
export interface Copy { draft: SurveyDefinition; updatedAt: string }
export interface Outside {
  save(draft: SurveyDefinition, updatedAt: string): Promise<Survey>
  /** What a failed save means: somebody else was first; it will never be taken as it is; or try again later. */
  judge(error: unknown): 'conflict' | 'refused' | 'later'
  copy(copy: Copy | null): void
  saved(survey: Survey): void
  /** Runs later and answers how to call it off. */
  later(milliseconds: number, run: () => void): () => void
}

export const saveAfter = 800
const retryAfter = (failures: number) => Math.min(60_000, 2000 * 2 ** (failures - 1))

export class SurveyKeeper {
  private wanted: SurveyDefinition | null = null
  private updatedAt: string
  private running: Promise<void> | null = null
  private changes = 0
  private savedChanges = 0
  private failures = 0
  private callOff: () => void = () => {}
  private watchers = new Set<() => void>()
  private now: KeeperState = 'saved'
  private readonly outside: Outside
  /** Of the last failed save. */
  error: unknown = null

  constructor(updatedAt: string, outside: Outside) {
    this.updatedAt = updatedAt
    this.outside = outside
  }

  state = (): KeeperState => this.now
  subscribe = (watch: () => void): (() => void) => {
    this.watchers.add(watch)
    return () => this.watchers.delete(watch)
  }

  private become(state: KeeperState): void {
    if (state === this.now) return
    this.now = state
    this.watchers.forEach((watch) => watch())
  }

  change(draft: SurveyDefinition): void {
    this.wanted = draft
    this.changes++
    this.outside.copy({ draft, updatedAt: this.updatedAt })
    if (this.now === 'conflict') return
    this.become('changed')
    this.callOff()
    this.callOff = this.outside.later(this.failures > 0 ? retryAfter(this.failures) : saveAfter, () => void this.flush())
  }

  /** Saves now what is not saved. Resolves when the server has the newest, or could not take it; true: it has. */
  async flush(): Promise<boolean> {
    this.callOff()
    if (this.running) await this.running
    if (this.now === 'conflict') return false
    if (this.changes !== this.savedChanges) {
      this.running ??= this.save()
      await this.running
    }
    return this.changes === this.savedChanges
  }

  private async save(): Promise<void> {
    const saving = this.changes
    const draft = this.wanted!
    this.become('saving')
    try {
      const survey = await this.outside.save(draft, this.updatedAt)
      this.updatedAt = survey.updatedAt
      this.savedChanges = saving
      this.failures = 0
      this.error = null
      this.outside.saved(survey)
      if (saving !== this.changes) {
        this.outside.copy({ draft: this.wanted!, updatedAt: this.updatedAt })
        return this.become('changed')
      }
      this.outside.copy(null)
      this.become('saved')
    } catch (error) {
      this.error = error
      const verdict = this.outside.judge(error)
      if (verdict !== 'later') return this.become(verdict)
      this.failures++
      this.become('unsaved')
      this.callOff()
      this.callOff = this.outside.later(retryAfter(this.failures), () => void this.flush())
    } finally {
      this.running = null
    }
  }

  /** The server has another state than the one we know, and nothing of ours waits: true, and later saves are written upon it. */
  follow(updatedAt: string): boolean {
    if (updatedAt === this.updatedAt || this.changes !== this.savedChanges || this.running) return false
    this.updatedAt = updatedAt
    return true
  }

  /** After a conflict: what is here is right, upon the state that was `updatedAt`. */
  async insist(updatedAt: string): Promise<boolean> {
    this.updatedAt = updatedAt
    this.become('changed')
    return this.flush()
  }

  /** After a conflict: what the server has is right. */
  yield(updatedAt: string): void {
    this.callOff()
    this.updatedAt = updatedAt
    this.savedChanges = this.changes
    this.outside.copy(null)
    this.become('saved')
  }
}
