// Pictures pasted into the composer stand in its HTML as links to our own uploads; in a mail they travel along.

const ownImage = /(<img\b[^>]*?\bsrc\s*=\s*)(["'])(?:https?:\/\/[^"'/]+)?\/api\/v1\/files\/([0-9a-f]{8}-[0-9a-f-]{27})\2/gi

export const contentIdOf = (uploadId: string): string => `${uploadId}@kontuar`

/** The HTML with `cid:` in their place, and the ids of the uploads, each once. */
export function takeInlineImages(html: string): { html: string; uploadIds: string[] } {
  const ids = new Set<string>()
  const changed = html.replace(ownImage, (_, before: string, quote: string, id: string) => {
    ids.add(id.toLowerCase())
    return `${before}${quote}cid:${contentIdOf(id.toLowerCase())}${quote}`
  })
  return { html: changed, uploadIds: [...ids] }
}
