// The people of a list as a file names them, each once.
import { emailKey, phoneKey } from '../../../customers/index.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { findKnownColumns, type PersonColumn } from '../../importing/formats/known-headings.ts'
import { foldWords } from '../../importing/rules/fold-words.ts'
import type { RefusedLine } from '../../importing/rules/refused-lines.ts'
import type { TableRow } from '../../importing/table/read-rows.ts'

/** By an address that nobody else of the list has, or as a customer. */
export interface ListedPerson { identity: string; customerId: string | null; name: string; email: string | null; phone: string | null; language: string | null; facts: Record<string, string> }
export interface PeopleRead { people: ListedPerson[]; refused: RefusedLine[] }

const mostFacts = 20
const longest = { factName: 40, fact: 500, name: 300 }
const roadWords = { email: 'e-mail address', sms: 'phone number' } as const

interface Columns { known: Map<string, number>; facts: { name: string; place: number }[] }

/** @param road whose address each of them needs @throws Refusal when the heading does not say where it stands */
export function readColumns(heading: readonly string[], road: 'email' | 'sms'): Columns {
  refuseTwice(heading)
  const wanted: PersonColumn[] = ['email', 'phone', 'name', 'firstName', 'lastName', 'language']
  const known = findKnownColumns(heading.map((name) => [foldWords(name)]), wanted)
  const needed = road === 'email' ? 'email' : 'phone'
  if (!known.has(needed)) throw new Refusal('invalid-input', `The first line of the file must be a heading with a column "${needed}": name the column with the ${roadWords[road]} so.`, { csv: `has no column "${needed}"` })
  const taken = new Set(known.values())
  const facts = heading.flatMap((given, place) => {
    const name = storable(given).trim()
    return taken.has(place) || name === '' ? [] : [{ name: name.slice(0, longest.factName).toWellFormed(), place }]
  })
  if (facts.length > mostFacts) throw new Refusal('invalid-input', `The file has ${facts.length} columns besides the person: leave those that the survey names, ${mostFacts} at most.`, { csv: 'has too many columns' })
  return { known, facts }
}

/** Which of the two was meant, nobody could say. */
function refuseTwice(heading: readonly string[]): void {
  const seen = new Set<string>()
  for (const given of heading) {
    const shown = storable(given).trim().slice(0, longest.factName).toWellFormed()
    const name = foldWords(shown) || shown
    if (name !== '' && seen.has(name)) throw new Refusal('invalid-input', `The file has two columns "${shown}": leave one out, or give it another name.`, { csv: 'has a column twice' })
    seen.add(name)
  }
}

/** Reads line after line; `seen` is what came before. */
export function personReader(columns: Columns, road: 'email' | 'sms', locale: string): (row: TableRow) => ListedPerson | RefusedLine {
  const seen = new Map<string, number>()
  const cell = (row: TableRow, column: PersonColumn) => storable(row.cells[columns.known.get(column) ?? -1] ?? '').trim()
  return (row) => {
    const refuse = (sentence: string): RefusedLine => ({ line: row.line, sentence })
    const [email, phone] = [cell(row, 'email'), cell(row, 'phone')]
    const address = road === 'email' ? email : phone
    if (address === '') return refuse(`There is no ${roadWords[road]}.`)
    const key = road === 'email' ? emailKey(email) : phoneKey(phone, locale)
    if (key === null) return refuse(`"${address.slice(0, 80).toWellFormed()}" is no ${roadWords[road]}${road === 'sms' ? ': write it with its country, +48 600 700 800' : ''}.`)
    const before = seen.get(key)
    if (before !== undefined) return refuse(`The same ${roadWords[road]} stands on line ${before}: that person is asked once.`)
    const facts = columns.facts.flatMap(({ name, place }) => {
      const value = storable(row.cells[place] ?? '').trim()
      return value === '' ? [] : [[name, value] as const]
    })
    const long = facts.find(([, value]) => value.length > longest.fact)
    if (long !== undefined) return refuse(`"${long[0]}" is longer than ${longest.fact} characters.`)
    seen.set(key, row.line)
    const language = cell(row, 'language').toLowerCase().replace('_', '-')
    return {
      identity: `${road} ${key}`, customerId: null, name: (cell(row, 'name') || [cell(row, 'firstName'), cell(row, 'lastName')].filter(Boolean).join(' ')).slice(0, longest.name).toWellFormed(), email: email || null, phone: phone || null,
      language: /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/.test(language) && language.length <= 10 ? language : null, facts: Object.fromEntries(facts),
    }
  }
}

export const isRefused = (read: ListedPerson | RefusedLine): read is RefusedLine => 'sentence' in read
