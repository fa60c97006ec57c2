/** What a person typed as a link: an address to http, https, mailto or tel; null for nothing or anything else. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase()
  const address = scheme === undefined ? `https://${text}` : text
  if (!URL.canParse(address)) return null
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(address).protocol) ? address : null
}
