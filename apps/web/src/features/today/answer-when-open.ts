import { shortcuts } from '../../ui/Shortcuts.tsx'

const patience = 3000

/** R in the list: the ticket opens and, as soon as it can be answered, the answer too. */
export function answerWhenOpen(): void {
  const begun = performance.now()
  const press = (event: { key: string }) => ({ ...event, code: 'KeyR', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, preventDefault: () => {} })
  const look = () => {
    const there = location.pathname.startsWith('/tickets/') && shortcuts.groups().some((group) => group.shortcuts.some(({ keys }) => keys === 'r'))
    if (there) shortcuts.press(press({ key: 'r' }), false)
    else if (performance.now() - begun < patience) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
