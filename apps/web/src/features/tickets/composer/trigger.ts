// What is being asked for in the text: "/" at the beginning of a line for canned answers, "@" for a colleague.
export interface Trigger {
  kind: 'canned' | 'mention'
  /** What was typed after the sign. */
  words: string
  /** How many signs before the cursor it takes, its own included. */
  length: number
}

const canned = /(?:^|\n)(\/([^\s/][^\n/]{0,40})?)$/u
const mention = /(?:^|[\s(])(@([\p{L}][\p{L}\p{N} .'’-]{0,40})?)$/u

/** @param before the text of the paragraph up to the cursor, line breaks as \n */
export function triggerIn(before: string): Trigger | null {
  const slash = canned.exec(before)
  if (slash) return { kind: 'canned', words: slash[2] ?? '', length: slash[1]!.length }
  const at = mention.exec(before)
  return at ? { kind: 'mention', words: at[2] ?? '', length: at[1]!.length } : null
}

/** Names of the variables that nothing has filled in yet, each once. */
export const unfilledIn = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map(([, name]) => name!))]

/** Who is named in a note as "@Name Surname"; the longest name wins, so that Anna Nowak is not Anna. */
export function mentionedIn(text: string, people: readonly { id: string; name: string }[]): string[] {
  let rest = text
  const found: string[] = []
  for (const { id, name } of people.toSorted((a, b) => b.name.length - a.name.length)) {
    if (name === '' || !rest.includes(`@${name}`)) continue
    found.push(id)
    rest = rest.replaceAll(`@${name}`, ' ')
  }
  return found
}
