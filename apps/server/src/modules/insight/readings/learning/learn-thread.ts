// Runs in a thread of its own (in-thread.ts): learning takes seconds, and the same process may serve people.
import { parentPort, workerData } from 'node:worker_threads'
import { learnFrom, learnTopics } from '@kontuar/sentiment'
import type { Lesson } from './in-thread.ts'

const port = parentPort!
const lesson = workerData as Lesson
port.postMessage(lesson.what === 'sentiment' ? learnFrom(lesson.corrections) : learnTopics(lesson.examples))
