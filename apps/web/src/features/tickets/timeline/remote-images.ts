/** Whether the mail would load pictures from elsewhere, which tells the sender that and when it was read. */
export function hasRemoteImages(html: string): boolean {
  return /<img\b[^>]*\b(?:src|srcset)\s*=\s*["']?\s*(?:https?:)?\/\//i.test(html) || /\bbackground\s*=\s*["']?\s*(?:https?:)?\/\//i.test(html) || /url\(\s*["']?(?:&quot;)?\s*(?:https?:)?\/\//i.test(html)
}
