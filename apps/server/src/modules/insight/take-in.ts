// Told of what happened: reads what customers wrote and writes down whose facts may have changed, in one transaction. Apart, a mail was two jobs
// and a third for what its reading changed, and its facts were derived twice.
import type { Subscriber } from '../../platform/jobs/define.ts'
import type { Platform } from '../../platform/platform.ts'
import { noteFacts } from './facts/index.ts'
import { readTexts } from './readings/index.ts'

export const takeIn = ({ db }: Platform): Subscriber => ({
  name: 'insight.takeIn',
  handle: (orgId, events) => db.write(orgId, async (tx) => { await noteFacts(tx, events, await readTexts(tx, events)) }),
})
