// Between R and the open field a fast typist has written the first letters. They must not run shortcuts (E would close the
// ticket), and they must not be lost: they are held, and the field gets them.
let held = ''
let holding = false
let giveUp: ReturnType<typeof setTimeout> | undefined

const hold = (event: KeyboardEvent) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Backspace') held = held.slice(0, -1)
  else if (event.key === 'Enter') held += '\n'
  else if (event.key.length === 1) held += event.key
  else return
  event.preventDefault()
  event.stopImmediatePropagation()
}

export function holdKeys(): void {
  if (holding) return
  holding = true
  held = ''
  window.addEventListener('keydown', hold, true)
  // A field that never opens must not swallow the keyboard.
  giveUp = setTimeout(releaseKeys, 4000)
}

/** What was typed meanwhile. */
export function releaseKeys(): string {
  clearTimeout(giveUp)
  window.removeEventListener('keydown', hold, true)
  holding = false
  const typed = held
  held = ''
  return typed
}
