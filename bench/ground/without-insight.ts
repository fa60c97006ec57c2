// Imported before the program (node --import): the same server that keeps no facts and reads no texts, to know what these cost.
import { subscriptions } from '../../apps/server/src/app/subscriptions.ts'

for (const told of Object.values(subscriptions) as string[][]) {
  for (let i = told.length; i-- > 0;) if (told[i]!.startsWith('insight.')) told.splice(i, 1)
}
