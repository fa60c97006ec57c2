// Encoded words (RFC 2047) for a guess: what does not decode is shown as it is.

/** `latin1` is the header as bytes read one by one. */
export function decodeHeader(latin1: string): string {
  const joined = latin1.replace(/(\?=)\s+(=\?)/g, '$1$2')
  const decoded = joined.replace(/=\?([\w-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?]{0,1000})\?=/gi, (word, charset: string, encoding: string, text: string) => {
    try {
      const bytes = encoding.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64')
        : Buffer.from(text.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
      return new TextDecoder(charset).decode(bytes)
    } catch {
      return word
    }
  })
  const raw = decoded === latin1 && /[\u0080-\u00ff]/.test(latin1) ? new TextDecoder().decode(Buffer.from(latin1, 'latin1')) : decoded
  return raw.replace(/[\u0000-\u001f\u007f]+/g, ' ')
}
