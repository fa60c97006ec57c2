/*
 * The survey over the page of others. A native dialog in a shadow tree: the page's styles do not reach it, it reaches none of the page.
 * No style element, no attribute, no text as HTML, so that it stands under a strict policy and under Trusted Types. At the side it blocks
 * nothing; only in the middle it is modal.
 */
export interface Dialog { close(): void }
export interface DialogOptions { url: string; title: string; closeWord: string; side: 'left' | 'right' | 'middle'; colour: string; closed(): void }

const style = `
:host{all:initial}
dialog{all:unset;position:fixed;display:flex;flex-direction:column;box-sizing:border-box;z-index:2147483647;inset:auto 1rem 1rem auto;width:26rem;max-width:calc(100vw - 2rem);max-height:calc(100vh - 2rem);max-height:calc(100dvh - 2rem);border-radius:.75rem;overflow:hidden;background:#fbfaf7;color:#1d1c1a;box-shadow:0 12px 40px rgb(0 0 0/.28),0 0 0 1px rgb(0 0 0/.1);font:1rem/1.4 system-ui,sans-serif;color-scheme:light dark}
dialog:not([open]){display:none}
.left{inset:auto auto 1rem 1rem}
.middle{inset:0;margin:auto;width:34rem;height:fit-content}
dialog::backdrop{background:rgb(0 0 0/.5)}
div{display:flex;flex:none;align-items:center;justify-content:flex-end;border-top:4px solid var(--colour)}
button{all:unset;box-sizing:border-box;display:grid;place-items:center;width:2.75rem;height:2.75rem;cursor:pointer;border-radius:.5rem}
button:focus-visible{outline:3px solid;outline-offset:-5px}
svg{width:1.25rem;height:1.25rem;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round}
iframe{border:0;display:block;width:100%;flex:1 1 auto;height:22rem;min-height:8rem;background:inherit}
@media(prefers-color-scheme:dark){dialog{background:#1b1a18;color:#f0ede6;box-shadow:0 12px 40px rgb(0 0 0/.6),0 0 0 1px rgb(255 255 255/.14)}}
@media(max-width:30rem){dialog{inset:auto 0 0 0;width:100%;max-width:100%;max-height:85vh;border-radius:.75rem .75rem 0 0}}
@media(prefers-reduced-motion:no-preference){dialog{animation:in .15s ease-out}@keyframes in{from{opacity:0;transform:translateY(12px)}}}
`

export function openDialog({ url, title, closeWord, side, colour, closed }: DialogOptions): Dialog {
  const before = document.activeElement as HTMLElement | null
  const host = make('div')
  const tree = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  tree.adoptedStyleSheets = [sheet]

  const dialog = make('dialog', { 'class': side, 'aria-label': title, 'tabindex': '-1' })
  dialog.style.setProperty('--colour', colour)
  const button = make('button', { type: 'button', 'aria-label': closeWord, title: closeWord })
  button.append(cross())
  const bar = make('div')
  bar.append(button)
  const frame = make('iframe', { src: url, title, referrerpolicy: 'no-referrer' })
  dialog.append(bar, frame)
  tree.append(dialog)
  document.body.append(host)

  const stop = new AbortController()
  const on = { signal: stop.signal }
  const close = () => {
    if (stop.signal.aborted) return
    stop.abort()
    // Not when somebody has meanwhile gone on with the page.
    const inside = document.activeElement === host || document.activeElement === document.body
    dialog.close()
    host.remove()
    if (inside) before?.focus?.({ preventScroll: true })
    closed()
  }
  button.addEventListener('click', close, on)
  dialog.addEventListener('cancel', close, on)
  dialog.addEventListener('keydown', (event) => { if (event.key === 'Escape') close() }, on)
  addEventListener('message', ({ source, data }: MessageEvent) => {
    if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return
    const { height, kontuar } = data as { height?: unknown; kontuar?: unknown }
    if (kontuar === 'escape') close()
    else if (typeof height === 'number' && height > 0) frame.style.height = `${Math.min(height, 4000)}px`
  }, on)

  if (side === 'middle') dialog.showModal()
  else dialog.show()
  // Not on the button: a space meant for the page would close it at once.
  dialog.focus({ preventScroll: true })
  return { close }
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Record<string, string> = {}): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

function cross(): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', 'M6 6l12 12M18 6L6 18')
  svg.append(path)
  return svg
}
