// Of a body that may have one of several shapes a validator says what is wrong with it in each. Told are only the faults of the shape that was
// meant: the one whose fixed words (`kind: "sequence"`) are there, and of several such the one with the fewest faults.

export interface SchemaError { keyword: string; instancePath: string; schemaPath: string; params: Record<string, unknown>; message?: string }

/** Faults of one place; at least one of them is left. */
export function likelyErrors<E extends SchemaError>(errors: readonly E[]): E[] {
  return likely(errors, 0)
}

const choice = /\/anyOf\/(\d+)/g

/** @param from up to here the paths of the schema are one and the same, and its choices made */
function likely<E extends SchemaError>(errors: readonly E[], from: number): E[] {
  const plain: E[] = []
  const choices = new Map<string, { after: number; shapes: Map<string, E[]> }>()
  for (const error of errors) {
    choice.lastIndex = from
    const found = choice.exec(error.schemaPath)
    if (found === null) {
      if (error.keyword !== 'anyOf') plain.push(error)
      continue
    }
    // The same choice may be asked of each item of a list.
    const key = `${error.schemaPath.slice(0, found.index)} ${placeOf(errors, error, error.schemaPath.slice(0, found.index))}`
    const known = choices.get(key) ?? { after: 0, shapes: new Map<string, E[]>() }
    known.shapes.set(found[1]!, [...(known.shapes.get(found[1]!) ?? []), error])
    choices.set(key, known)
  }
  const chosen = choices.values().flatMap(({ shapes }) => meant([...shapes.values()].map((some) => likely(some, afterChoice(some[0]!, from)))))
  const kept = [...plain, ...chosen]
  return kept.length > 0 ? kept : [...errors]
}

function afterChoice({ schemaPath }: SchemaError, from: number): number {
  choice.lastIndex = from
  choice.exec(schemaPath)
  return choice.lastIndex
}

/** Where the value lies that had the choice: the validator says that none fits, at that place. */
const placeOf = <E extends SchemaError>(errors: readonly E[], error: E, schema: string): string =>
  errors.filter((e) => e.keyword === 'anyOf' && e.schemaPath === `${schema}/anyOf` && (error.instancePath === e.instancePath || error.instancePath.startsWith(`${e.instancePath}/`))).map((e) => e.instancePath).sort((a, b) => b.length - a.length)[0] ?? ''

function meant<E extends SchemaError>(shapes: readonly E[][]): E[] {
  const byPlace = Map.groupBy(shapes.flatMap((errors) => errors.filter(isWord)), (e) => e.instancePath)
  // The word that names a shape is wrong in most of them.
  const [place, wrong] = [...byPlace].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [null, []]
  const named = shapes.filter((errors) => !errors.some((e) => isWord(e) && e.instancePath === place))
  if (named.length > 0) return named.toSorted((a, b) => weightOf(a) - weightOf(b))[0]!
  // None is: which words there might be says more than that each of them is another one.
  const words = [...new Set(wrong.map((e) => String(e.params['allowedValue'])))]
  return words.length < 2 ? shapes[0]! : [{ ...wrong[0]!, message: `must be one of: ${words.join(', ')}` }]
}

const isWord = ({ keyword }: SchemaError) => keyword === 'const'

/** That it is not null is the least of what can be said. */
const weightOf = (errors: readonly SchemaError[]) => errors.length + (errors.some((e) => e.keyword === 'type' && e.params['type'] === 'null') ? 1000 : errors.some((e) => e.keyword === 'type') ? 100 : 0)
