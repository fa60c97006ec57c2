// Everything rules look at one by one, by the same statements whether it has just come or lies in the past.
import type { AlertSubject } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { inOrder, type Occurrence } from '../occurrence.ts'
import { readAnswers } from './answers.ts'
import { readBreaches } from './breaches.ts'
import { readInteractions } from './interactions.ts'
import { readTickets } from './tickets.ts'
import type { Which } from './which.ts'

const readers: Record<AlertSubject, (tx: Tx, which: Which, zone: string) => Promise<Occurrence[]>> = { answer: readAnswers, interaction: readInteractions, ticket: readTickets, breach: readBreaches }

/**
 * In the order of their time.
 * @param which ids of answers, of entries, of tickets, of the diary's entries about clocks
 */
export async function readOccurrences(tx: Tx, subject: AlertSubject, which: Which, zone: string): Promise<Occurrence[]> {
  return (await readers[subject](tx, which, zone)).toSorted(inOrder)
}
