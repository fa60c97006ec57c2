// What the command palette (Ctrl/Cmd K) can find: actions of the open screens, and sources that are asked while typing.
import type { ReactNode } from 'react'

export interface PaletteItem {
  id: string
  label: string
  /** Said smaller beside the label: a number, an address. */
  hint?: string
  icon?: ReactNode
  /** Its shortcut, so that the palette teaches it. */
  keys?: string
  /** Further words by which it is found. */
  words?: string
  run(): void
}
export interface PaletteGroup { title: string; items: readonly PaletteItem[] }
export interface PaletteSource { title: string; search(words: string, signal: AbortSignal): Promise<readonly PaletteItem[]> }

const groups: PaletteGroup[] = []
const sources: PaletteSource[] = []
const remove = <T>(list: T[], item: T) => () => void list.splice(list.indexOf(item), 1)

export const palette = {
  addGroup(group: PaletteGroup): () => void {
    groups.push(group)
    return remove(groups, group)
  },
  addSource(source: PaletteSource): () => void {
    sources.push(source)
    return remove(sources, source)
  },
  groups: (): readonly PaletteGroup[] => [...groups].reverse(),
  sources: (): readonly PaletteSource[] => sources,
}

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')

/** Every typed word begins some word of the item; accents and case do not matter. */
export function paletteMatches(item: PaletteItem, typed: string): boolean {
  const have = plain(`${item.label} ${item.hint ?? ''} ${item.words ?? ''}`).split(/[^\p{L}\p{N}@.]+/u)
  return plain(typed).split(/\s+/).filter(Boolean).every((word) => have.some((each) => each.startsWith(word)))
}
