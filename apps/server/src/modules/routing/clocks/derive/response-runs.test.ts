// Guards how long customers waited for an answer of a person, as it is counted: only an answer answers, whatever was closed or merged meanwhile.
import { expect, test } from 'vitest'
import { factsOverTime } from './facts-over-time.ts'
import { diary, local } from './history.fixture.ts'
import { responseRuns } from './response-runs.ts'

const categoryOf = (status: string) => (status === 'closed' ? 'closed' as const : 'open' as const)
const answers = (lines: string[]) => {
  const past = diary(lines)
  const history = { ...past, entries: past.entries.map((e, i) => ({ ...e, interactionId: `e${i}` })) }
  return responseRuns(history, factsOverTime(history), categoryOf, { closingAnswers: false }).flatMap((r) => (r.answeredBy === undefined ? [] : [`${r.kind} ${local(r.startedAt)!.slice(11)}-${local(r.stoppedAt)!.slice(11)}`]))
}

test.each<[string, string[], string[]]>([
  ['from the customer’s message to the first reply, then from each that follows one', ['10:00 in', '11:00 reply', '12:00 in', '12:10 in', '12:30 reply', '12:40 reply'], ['first-response 10:00-11:00', 'next-response 12:00-12:30']],
  ['over a closing that said nothing, once it is opened again', ['10:00 in', '11:00 status new>closed', '12:00 status closed>open', '13:00 reply'], ['first-response 10:00-13:00']],
  ['over one that the customer answered by writing again', ['10:00 in', '11:00 status new>closed', '12:00 in status closed>open', '13:00 reply', '13:10 in', '13:20 reply'], ['first-response 10:00-13:00', 'next-response 13:10-13:20']],
  ['to a reply written after the closing', ['10:00 in', '11:00 status new>closed', '11:00:01 reply'], ['first-response 10:00-11:00:01.000']],
  ['a thank-you in a closed ticket asks for nothing', ['10:00 in', '10:30 reply status new>closed', '11:00 in', '12:00 reply'], ['first-response 10:00-10:30']],
  ['nothing where nobody replied', ['10:00 in', '11:00 status new>closed'], []],
  ['none of a ticket we began, until the customer has written', ['10:00 reply', '10:30 in', '11:00 reply'], ['next-response 10:30-11:00']],
  ['over a merge taken back', ['10:00 in', '10:30 status new>closed mergedIntoId >t2', '11:00 status closed>new mergedIntoId t2>', '11:30 reply'], ['first-response 10:00-11:30']],
  ['over a merge of a closed one taken back', ['10:00 in', '10:20 status new>closed', '10:30 mergedIntoId >t2', '11:00 mergedIntoId t2>', '11:30 status closed>open', '12:00 reply'], ['first-response 10:00-12:00']],
  ['of whoever waited in a merged ticket', ['10:00 in', '10:10 reply', '11:00 brought:t2', '11:30 reply'], ['first-response 10:00-10:10', 'next-response 11:00-11:30']],
  ['not of who waits there again', ['10:00 in', '10:10 reply', '11:00 brought:t2', '11:15 returned:t2', '11:30 reply'], ['first-response 10:00-10:10']],
  ['of who was here before them', ['10:00 in', '10:05 brought:t2', '10:15 returned:t2', '11:00 reply'], ['first-response 10:00-11:00']],
  ['of who came here after them, since then', ['10:00 brought:t2', '10:05 in', '10:15 returned:t2', '11:00 reply'], ['first-response 10:05-11:00']],
])('%s', (_, lines, wanted) => expect(answers(lines)).toEqual(wanted))
