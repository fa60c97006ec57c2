// Of what happened: reads what customers wrote and writes down whose facts may have changed. Of many transactions at once (ADR 0033): apart, each mail
// was a job to read, one to note and one more for what the reading changed, and its facts were derived twice.
import type { SubscriberTogether } from '../../platform/jobs/define.ts'
import { noteFacts } from './facts/index.ts'
import { readTexts } from './readings/index.ts'

export const takeIn: SubscriberTogether = { name: 'insight.takeIn', handle: async (tx, events) => noteFacts(tx, events, await readTexts(tx, events)) }
