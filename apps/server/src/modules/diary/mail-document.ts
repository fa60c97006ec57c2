// The mail as a page of its own for a sandboxed frame. Its policy forbids everything but styles and pictures, so even
// what a sanitiser might miss cannot run, post or load; remote pictures only when the reader asked for them
// (they tell the sender that and when the mail was read).
import { foldHtml } from '@kontuar/mime'
import type { Interaction } from '@kontuar/contracts'

export interface MailDocument { html: string; contentSecurityPolicy: string }

export function mailDocument(interaction: Interaction, options: { remoteImages: boolean; dark: boolean }): MailDocument {
  const body = interaction.html === null ? `<pre>${escapeHtml(interaction.text)}</pre>` : foldHtml(withOwnPictures(interaction))
  const images = options.remoteImages ? "'self' data: https: http:" : "'self' data:"
  return {
    contentSecurityPolicy: `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; font-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox`,
    html: `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><base target="_blank"><style>${style(options.dark)}</style></head><body>${body}</body></html>`,
  }
}

/** `cid:` pictures become our attachments; what is not among them stays as it is and shows nothing. */
function withOwnPictures({ html, attachments }: Interaction): string {
  const byContentId = new Map(attachments.filter((a) => a.contentId !== null).map((a) => [a.contentId!.toLowerCase(), a.id]))
  return html!.replace(/(["'(])cid:([^"')\s]+)/gi, (whole, before: string, cid: string) => {
    const id = byContentId.get(decodeCid(cid).toLowerCase())
    return id === undefined ? whole : `${before}/api/v1/attachments/${id}`
  })
}

function decodeCid(cid: string): string {
  const plain = cid.replaceAll('&amp;', '&')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)

/** In the dark a mail without colours of its own follows; one that brings a background keeps paper white. */
const style = (dark: boolean) => `
html{color-scheme:${dark ? 'dark' : 'light'}}
body{margin:0;font:14px/1.5 "Inter Variable",Inter,system-ui,sans-serif;color:${dark ? '#e6e3dd' : '#22211f'};background:transparent;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap;font:inherit;margin:0}
a{color:${dark ? '#6cc5be' : '#0b6b66'}}blockquote{margin:0 0 0 2px;padding-left:12px;border-left:2px solid ${dark ? '#4a4843' : '#d9d5cc'}}
details.fold{margin:6px 0}details.fold>summary{list-style:none;display:inline-block;cursor:pointer;padding:0 8px;border-radius:6px;line-height:18px;background:${dark ? '#3a3834' : '#ebe8e1'}}
details.fold>summary::-webkit-details-marker{display:none}details.fold>summary::after{content:"•••";letter-spacing:1px;font-size:10px}`
