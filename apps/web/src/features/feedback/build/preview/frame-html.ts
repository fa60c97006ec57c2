// A page of ours for a frame without scripts inside the workspace, whose own policy forbids style elements and attributes there too
// (a srcdoc inherits it). So the styles are taken out of the HTML and put in through the CSSOM, which the policy does not touch.

export interface FramePage {
  html: string
  /** One after the other, as they stood. */
  sheets: readonly string[]
}

/** Style attributes go under `data-style`; scripts, which would not run, and rules about them go. */
export function framePage(html: string): FramePage {
  // Not parsed as a page of our own: that would already be refused its styles, and say so in the console.
  const sheets = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map(([, css]) => css!)
  const bare = html
    .replace(/<style[^>]*>[\s\S]*?<\/style>/gi, '')
    .replace(/<script[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*>/gi, '')
    .replace(/(<[a-z][^<>]*?\s)style=("[^"]*"|'[^']*')/gi, '$1data-style=$2')
  return { html: bare, sheets }
}

/** Puts the styles in. The frame must be of this origin (sandbox `allow-same-origin`, without `allow-scripts`). */
export function dress(frame: HTMLIFrameElement, { sheets }: FramePage): void {
  const [inside, world] = [frame.contentDocument, frame.contentWindow as (Window & typeof globalThis) | null]
  if (!inside || !world) return
  inside.adoptedStyleSheets = sheets.map((css) => {
    const sheet = new world.CSSStyleSheet()
    sheet.replaceSync(css)
    return sheet
  })
  for (const element of inside.querySelectorAll<HTMLElement>('[data-style]')) element.style.cssText = element.dataset['style'] ?? ''
}
