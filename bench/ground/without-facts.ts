// Imported before the program (node --import): the same server that reads what customers wrote and keeps no facts, to know what these cost.
import { readTexts } from '../../apps/server/src/modules/insight/readings/index.ts'
import { takeIn } from '../../apps/server/src/modules/insight/take-in.ts'

takeIn.handle = async (tx, events) => { await readTexts(tx, events) }
