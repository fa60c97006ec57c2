import { useEffect, useRef, useSyncExternalStore } from 'react'
import { createShortcutRegistry, type Shortcut } from './shortcut-registry.ts'

export const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
export const shortcuts = createShortcutRegistry(onMac)

const isField = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select'))

/** Listens once for the whole application. Call it in the outermost component. */
export function useShortcutListener(): void {
  useEffect(() => {
    // Asked before anybody has handled the key: the Escape that closes a menu must not also leave the ticket behind it.
    let covered = false
    const look = () => {
      covered = [...document.querySelectorAll('[role=dialog][aria-modal=true], [role=menu], [role=listbox]')].some((each) => each.checkVisibility())
    }
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      // Under an open dialog or menu only its own keys and the ones with Ctrl work.
      shortcuts.press(event, isField(event.target) || covered)
    }
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', listen)
    }
  }, [])
}

/** Keys that work while the component is shown, listed under `title` in the `?` overlay. */
export function useShortcuts(title: string, list: readonly Shortcut[]): void {
  const latest = useRef(list)
  useEffect(() => {
    latest.current = list
  })
  const shape = list.map(({ keys, label, hidden, whileTyping }) => `${keys}\n${label}\n${hidden}\n${whileTyping}`).join('\n\n')
  useEffect(
    () => shortcuts.add({ title, shortcuts: latest.current.map((shortcut, index) => ({ ...shortcut, run: (event) => latest.current[index]?.run(event) })) }),
    [title, shape],
  )
}

export const useShortcutGroups = () => useSyncExternalStore(shortcuts.subscribe, shortcuts.groups)
