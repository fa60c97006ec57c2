// The options of a choice or tree. What people chose once is never forgotten: an option left out is retired.
import type { CustomField } from '@kontuar/contracts'
import { storable } from '../../../../platform/db/storable.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { comparable, tidyName } from '../../rules/name.ts'

export type Option = CustomField['options'][number]
const deepest = 6
const mostOptions = 2000

/**
 * Answers what is stored: the wished options in their order, then those they leave out, retired.
 * @param before the options there are
 * @throws Refusal naming what is wrong.
 */
export function checkOptions(type: CustomField['type'], before: readonly Option[], wished: readonly Option[]): Option[] {
  if (type !== 'choice' && type !== 'tree') {
    if (wished.length > 0) throw refuse('invalid-input', 'Only a choice or a tree has options: leave them out.')
    return []
  }
  const options = wished.map((o) => {
    if (o.id !== storable(o.id).trim()) throw refuse('invalid-input', 'The id of an option has blanks or signs around it that cannot be stored: use letters, digits and hyphens.')
    if (type === 'choice' && typeof o.parentId === 'string') throw refuse('invalid-input', `Only a tree has options below others: leave out what "${tidyName(o.name)}" stands below.`)
    return made(o.id, tidyName(o.name), o.parentId ?? null, o.retired === true)
  })
  const ids = new Set(options.map((o) => o.id))
  if (ids.size < options.length) throw refuse('invalid-input', `The id "${firstTwice(options.map((o) => o.id))}" stands for two options: give each its own.`)
  const all = [...options, ...before.filter((o) => !ids.has(o.id)).map((o) => made(o.id, o.name, o.parentId ?? null, true))]
  if (all.length > mostOptions) throw refuse('cannot-do', `A field holds ${mostOptions} options at most, with the retired ones: use fewer.`)
  if (type === 'tree') checkTree(all)
  const used = all.filter((o) => o.retired !== true)
  if (used.length === 0) throw refuse('invalid-input', 'Give the field at least one option in use.')
  const twice = firstTwice(used.map((o) => `${o.parentId ?? ''}\n${comparable(o.name)}`))
  if (twice !== undefined) throw refuse('conflict', `Two options are called "${twice.split('\n')[1]}": give each its own name.`)
  return all
}

function checkTree(options: readonly Option[]) {
  const byId = new Map(options.map((o) => [o.id, o]))
  for (const option of options) {
    let levels = 1
    for (let above = option; typeof above.parentId === 'string'; levels++) {
      const parent = byId.get(above.parentId)
      if (parent === undefined) throw refuse('invalid-input', `"${above.name}" stands below an option that does not exist: name one of the list.`)
      if (parent.retired === true && above.retired !== true) throw refuse('cannot-do', `"${above.name}" stands below "${parent.name}", which is retired: move it or retire it too.`)
      if (parent === option) throw refuse('invalid-input', `"${option.name}" stands below itself: choose another place for it.`)
      if (levels >= deepest) throw refuse('cannot-do', `"${option.name}" stands more than ${deepest} levels deep, or below itself: choose a place nearer to the root.`)
      above = parent
    }
  }
}

const made = (id: string, name: string, parentId: string | null, retired: boolean): Option => ({ id, name, ...(parentId === null ? {} : { parentId }), ...(retired ? { retired } : {}) })
const refuse = (code: 'invalid-input' | 'conflict' | 'cannot-do', sentence: string) => new Refusal(code, sentence, { options: 'cannot stand like this' })

function firstTwice(texts: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return texts.find((text) => seen.has(text) || !seen.add(text))
}
