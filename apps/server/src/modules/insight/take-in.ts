// Of what happened: reads what customers wrote and writes down whose facts may have changed. Of many transactions at once: as a job for each, one to
// read, one to note and one more for what the reading changed, it took as long as all else that follows a mail.
import type { SubscriberTogether } from '../../platform/jobs/define.ts'
import { noteFacts } from './facts/index.ts'
import { readTexts } from './readings/index.ts'

export const takeIn: SubscriberTogether = { name: 'insight.takeIn', handle: async (tx, events) => noteFacts(tx, events, await readTexts(tx, events)) }
