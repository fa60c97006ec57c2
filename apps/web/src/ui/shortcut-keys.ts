// What a key combination is and when an event is it. Pure, so that it can be tried without a browser.
// Written as people read it: 'j', '?', 'mod+k' (Ctrl, on a Mac Cmd), 'shift+r', 'g t' (one after the other).

export interface KeyStroke { key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

const latin = /^[a-z]$/

/** The key's Latin letter: with a Russian layout the J key says «о», and must still be J. */
function letter({ key, code }: KeyStroke): string {
  const lower = key.toLowerCase()
  if (latin.test(lower) || !/^\p{L}$/u.test(lower) || !code.startsWith('Key')) return lower
  return code.slice(3).toLowerCase()
}

/** One stroke in our spelling. A shift that the character already shows (`?`) is not named. */
export function strokeName(event: KeyStroke, mac: boolean): string {
  const key = event.key === ' ' ? 'space' : letter(event)
  const mod = mac ? event.metaKey : event.ctrlKey
  const shift = event.shiftKey && (key.length > 1 || latin.test(key))
  return [mod && 'mod', event.altKey && 'alt', shift && 'shift', key].filter(Boolean).join('+')
}

/** Whether the strokes so far complete the combination, may still become it, or cannot. */
export function compareStrokes(keys: string, strokes: readonly string[]): 'match' | 'begins' | 'no' {
  const wanted = keys.split(' ')
  if (strokes.length > wanted.length || strokes.some((stroke, index) => stroke !== wanted[index])) return 'no'
  return strokes.length === wanted.length ? 'match' : 'begins'
}

/** How the combination is shown: ['Ctrl', 'K'], ['G', 'T']. */
export function keyLabels(keys: string, mac: boolean): string[][] {
  const names: Record<string, string> = {
    mod: mac ? '⌘' : 'Ctrl', alt: mac ? '⌥' : 'Alt', shift: mac ? '⇧' : 'Shift', enter: mac ? '↵' : 'Enter', escape: 'Esc', space: '␣',
    arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→',
  }
  return keys.split(' ').map((stroke) => stroke.split('+').map((part) => names[part] ?? part.toUpperCase()))
}
