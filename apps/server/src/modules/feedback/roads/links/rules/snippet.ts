// What somebody pastes into their website. No style and no script of its own in it, so that it works under a strict policy there.
import { html } from '@kontuar/pages'
import type { LinkRoad } from '../link-row.ts'

/** Null for roads that need none. */
export function snippetOf(road: LinkRoad, publicUrl: string, code: string, title: string): string | null {
  if (road === 'website') return html`<script src="${publicUrl}/loader.js" data-survey="${code}" async></script>`.text
  // The loader makes the frame as tall as what stands in it; without it the frame scrolls.
  if (road === 'embedded') return html`<iframe src="${publicUrl}/f/${code}?embed=1" title="${title}" width="100%" height="520" loading="lazy" referrerpolicy="no-referrer"></iframe>${'\n'}<script src="${publicUrl}/loader.js" async></script>`.text
  return null
}
