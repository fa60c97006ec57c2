// The keys of the screens that are open. The last one registered wins, so a dialog or a list can take a key over.
import { compareStrokes, strokeName, type KeyStroke } from './shortcut-keys.ts'

export interface Shortcut {
  keys: string
  /** What it does, in the person's language; shown in the `?` overlay. */
  label: string
  run(event: KeyStroke & { preventDefault(): void }): void
  /** Also while typing in a field. Only sensible with `mod`. */
  whileTyping?: boolean
  /** Left out of the overlay (a second key for the same thing). */
  hidden?: boolean
}
export interface ShortcutGroup { title: string; shortcuts: readonly Shortcut[] }

const sequenceTimeout = 1200

export function createShortcutRegistry(mac: boolean) {
  const groups: ShortcutGroup[] = []
  const watchers = new Set<() => void>()
  let snapshot: readonly ShortcutGroup[] = []
  let strokes: string[] = []
  let forget: ReturnType<typeof setTimeout> | undefined

  const changed = () => {
    snapshot = [...groups]
    watchers.forEach((watch) => watch())
  }

  return {
    add(group: ShortcutGroup): () => void {
      groups.push(group)
      changed()
      return () => {
        groups.splice(groups.indexOf(group), 1)
        changed()
      }
    },
    groups: () => snapshot,
    subscribe(watch: () => void): () => void {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    /** True when a shortcut ran. */
    press(event: KeyStroke & { preventDefault(): void }, typing: boolean): boolean {
      if (event.key === 'Shift' || event.key === 'Control' || event.key === 'Alt' || event.key === 'Meta') return false
      clearTimeout(forget)
      const stroke = strokeName(event, mac)
      const all = groups.flatMap((group) => group.shortcuts).reverse().filter((shortcut) => !typing || shortcut.whileTyping)
      for (const tried of [[...strokes, stroke], [stroke]]) {
        const match = all.find((shortcut) => compareStrokes(shortcut.keys, tried) === 'match')
        if (match) {
          strokes = []
          event.preventDefault()
          match.run(event)
          return true
        }
        if (all.some((shortcut) => compareStrokes(shortcut.keys, tried) === 'begins')) {
          strokes = tried
          forget = setTimeout(() => (strokes = []), sequenceTimeout)
          return false
        }
      }
      strokes = []
      return false
    },
  }
}
