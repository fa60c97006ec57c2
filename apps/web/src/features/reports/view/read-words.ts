// What an author may write in a report: paragraphs, lists, **bold** and links, read as the server reads them for the mail and the PDF
// (modules/reports/rendering/outline/read-text.ts). Everything else is text, also what looks like HTML. Pure.
export interface Words { text: string; bold: boolean; link: string | null }
interface TextBlock { kind: 'paragraph' | 'bullet' | 'number'; words: Words[] }

const safe = /^(https?:\/\/|mailto:)[^\s<>"]+$/i

export function readTextBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: string[] = []
  const flush = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', words: readWords(open.join('\n')) })
    open = []
  }
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const bullet = /^\s*[-*•]\s+(.*)$/.exec(line)
    const numbered = /^\s*\d{1,3}[.)]\s+(.*)$/.exec(line)
    if (bullet || numbered) {
      flush()
      blocks.push(bullet ? { kind: 'bullet', words: readWords(bullet[1]!) } : { kind: 'number', words: readWords(numbered![1]!) })
    } else if (line.trim() === '') flush()
    else if (open.length === 0 && /^\s{2,}\S/.test(line) && blocks.length > 0 && blocks.at(-1)!.kind !== 'paragraph') blocks.at(-1)!.words.push(...readWords(` ${line.trim()}`))
    else open.push(line)
  }
  flush()
  return blocks
}

function readWords(text: string): Words[] {
  const words: Words[] = []
  let bold = false
  let from = 0
  const put = (said: string, link: string | null = null) => { if (said !== '') words.push({ text: said, bold, link }) }
  for (const { 0: whole, 1: label, 2: target, index } of text.matchAll(/\*\*|\[([^\]\n]{1,500})\]\(([^()\s]{1,2000})\)/g)) {
    put(text.slice(from, index))
    from = index + whole.length
    if (whole === '**') bold = !bold
    else put(label!.replaceAll('**', ''), safe.test(target!) ? target! : null)
  }
  put(text.slice(from))
  return words
}

/** Items that follow each other are one list. */
export function joinedLists(blocks: readonly TextBlock[]): { kind: TextBlock['kind']; items: Words[][] }[] {
  const joined: { kind: TextBlock['kind']; items: Words[][] }[] = []
  for (const { kind, words } of blocks) {
    const last = joined.at(-1)
    if (last !== undefined && kind !== 'paragraph' && last.kind === kind) last.items.push(words)
    else joined.push({ kind, items: [words] })
  }
  return joined
}
