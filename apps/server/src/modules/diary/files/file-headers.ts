// Headers under which a stranger's bytes leave our own address. Only types that cannot run anything are named;
// the rest is a download of unknown type. The policy's sandbox holds even if a browser shows it after all.
import type { StoredName } from './queries.ts'

/** SVG and HTML can run script, PDF opens viewers with rights of their own: they are downloads. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/avif', 'text/plain'])
const named = new Set([...shown, 'application/pdf', 'application/zip', 'text/csv', 'text/calendar', 'audio/mpeg', 'audio/ogg', 'audio/wav', 'video/mp4', 'video/webm',
  'application/msword', 'application/vnd.ms-excel', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])

export function fileHeaders({ name, type, size, sha256 }: StoredName): Record<string, string> {
  const plain = type.toLowerCase().split(';')[0]!.trim()
  const known = named.has(plain) ? plain : 'application/octet-stream'
  return {
    'content-type': known === 'text/plain' ? 'text/plain; charset=utf-8' : known,
    'content-length': String(size),
    'content-disposition': disposition(shown.has(plain) ? 'inline' : 'attachment', name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    // The content of an id never changes; private, because it needs a sign-in.
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${sha256}"`,
  }
}

/** RFC 6266 with an ASCII name for old programs and the true one by RFC 8187. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const safe = name.toWellFormed().replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[/\\]/g, '_').slice(0, 200).toWellFormed() || 'file'
  const ascii = safe.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["%;]/g, '_') || 'file'
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
