// Imported before the program (node --import): the same server that keeps no facts and reads no texts, to know what these cost.
import { nameOf, subscriptions } from '../../apps/server/src/app/subscriptions.ts'
import type { Told } from '../../apps/server/src/platform/db/database.ts'

for (const told of Object.values(subscriptions) as Told[][]) {
  for (let i = told.length; i-- > 0;) if (nameOf(told[i]!).startsWith('insight.')) told.splice(i, 1)
}
