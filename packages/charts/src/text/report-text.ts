// What an author may write in a report: paragraphs, lists, **bold**, links. Everything else is text, also what looks like HTML. Read alike for the
// screen, the mail, the paper and the sheet.
export interface Words { text: string; bold: boolean; link: string | null }
export interface TextBlock { kind: 'paragraph' | 'bullet' | 'number'; /** Of a number, as it was written: "1." */ mark?: string; words: Words[] }

const safe = /^(https?:\/\/|mailto:)[^\s<>"]+$/i
/** Of a comment on one's own data anything may be asked to open; only addresses of the web and of mail are links. */
export const safeLink = (link: string): string | null => (safe.test(link) ? link : null)

export function readTextBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: string[] = []
  const flush = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', words: readWords(open.join('\n')) })
    open = []
  }
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const bullet = /^\s*[-*•]\s+(.*)$/.exec(line)
    const numbered = /^\s*(\d{1,3})[.)]\s+(.*)$/.exec(line)
    if (bullet || numbered) {
      flush()
      blocks.push(bullet ? { kind: 'bullet', words: readWords(bullet[1]!) } : { kind: 'number', mark: `${numbered![1]}.`, words: readWords(numbered![2]!) })
    } else if (line.trim() === '') flush()
    // A list item that goes on in an indented line.
    else if (open.length === 0 && /^\s{2,}\S/.test(line) && blocks.at(-1) !== undefined && blocks.at(-1)!.kind !== 'paragraph') blocks.at(-1)!.words.push(...readWords(` ${line.trim()}`))
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
    else if (safeLink(target!) === null) put(label!.replaceAll('**', ''))
    else put(label!.replaceAll('**', ''), safeLink(target!))
  }
  put(text.slice(from))
  return words
}

/** What stands before it in a list that has no marks of its own. */
export const markOf = ({ mark }: TextBlock): string => mark ?? '•'

/** The same as plain text, with addresses written out. */
export const plainReportText = (text: string): string => readTextBlocks(text).map(({ kind, mark, words }) => `${kind === 'paragraph' ? '' : kind === 'bullet' ? '- ' : `${mark} `}${words.map(({ text: said, link }) => (link === null || said === link ? said : `${said} (${link.replace(/^mailto:/, '')})`)).join('')}`).join('\n')
