// Stretches of a comment: what was selected, cleaned the way the server compares it, and where kept quotes stand. Pure.

/** What can be kept of a selection: word for word, one line, 1,000 characters at most; null: nothing of the comment. */
export function stretchOf(comment: string, selected: string): string | null {
  const stretch = plain(selected)
  return stretch !== '' && stretch.length <= mostCharacters && plain(comment).includes(stretch) ? stretch : null
}
export const mostCharacters = 1000
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

export interface CommentPart { text: string; quoted: boolean }
/** The comment in pieces, kept quotes marked. Line breaks stay where the customer put them; overlapping quotes become one mark. */
export function commentParts(comment: string, quotes: readonly string[]): CommentPart[] {
  const text = comment.normalize('NFC')
  const marked = Array.from({ length: text.length }, () => false)
  for (const quote of quotes) {
    const words = plain(quote).split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    const found = words[0] === '' ? null : new RegExp(words.join('\\s+'), 'u').exec(text)
    if (found) marked.fill(true, found.index, found.index + found[0].length)
  }
  const parts: CommentPart[] = []
  for (let index = 0; index < text.length; index++) {
    const last = parts.at(-1)
    if (last && last.quoted === marked[index]) last.text += text[index]!
    else parts.push({ text: text[index]!, quoted: marked[index]! })
  }
  return parts
}
