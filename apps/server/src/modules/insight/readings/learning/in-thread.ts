import { Worker } from 'node:worker_threads'
import type { Adjustment, Correction, TopicExample, TopicModel } from '@kontuar/sentiment'

export type Lesson = { what: 'sentiment'; corrections: Correction[] } | { what: 'topics'; examples: TopicExample[] }

/** Six thousand examples take seconds; whatever takes this long will not end well. */
const limitMs = 5 * 60_000
const heapMb = 512

/** @throws when it fails, takes too long or needs too much memory: what was learnt before stays */
export function learnInThread(lesson: Lesson & { what: 'sentiment' }): Promise<Adjustment>
export function learnInThread(lesson: Lesson & { what: 'topics' }): Promise<TopicModel>
export function learnInThread(lesson: Lesson): Promise<Adjustment | TopicModel> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./learn-thread.ts', import.meta.url), { workerData: lesson, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMb } })
    const late = setTimeout(() => { reject(new Error(`Learning took longer than ${limitMs / 60_000} minutes.`)); void thread.terminate() }, limitMs)
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => { clearTimeout(late); reject(new Error(`The learning thread ended without a word (code ${code}).`)) })
  })
}
