import type { TextBlock, Words } from '@kontuar/charts'

/** Items that follow each other are one list. */
export function joinedLists(blocks: readonly TextBlock[]): { kind: TextBlock['kind']; items: Words[][] }[] {
  const joined: { kind: TextBlock['kind']; items: Words[][] }[] = []
  for (const { kind, words } of blocks) {
    const last = joined.at(-1)
    if (last !== undefined && kind !== 'paragraph' && last.kind === kind) last.items.push(words)
    else joined.push({ kind, items: [words] })
  }
  return joined
}
