// Colours a sentence where it stands, without touching the document (CSS Custom Highlight API): the text keeps its links, folds and the
// reader's selection, and a mail's own HTML stays in its frame. A browser that has no highlights shows none.
import { findWords } from './find-words.ts'

const name = 'kontuar-sentence'

/** Answers what takes it away. @param place holds the text itself or the frame of a mail */
export function pointOut(place: Element, words: string): () => void {
  const frames = [...place.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument?.body ?? [])
  for (const root of [place, ...frames]) {
    const inside = root.ownerDocument.defaultView as (Window & typeof globalThis) | null
    if (!inside?.CSS || !('highlights' in inside.CSS)) continue
    const range = rangeOf(root, words)
    if (range === null) continue
    inside.CSS.highlights.set(name, new inside.Highlight(range))
    withColour(inside)
    return () => { inside.CSS.highlights.delete(name) }
  }
  return () => {}
}

function rangeOf(root: Element, words: string): Range | null {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node.parentElement !== null && !node.parentElement.closest('header, button')) nodes.push(node as Text)
  const found = findWords(nodes.map((node) => node.data), words)
  if (found === null) return null
  const range = root.ownerDocument.createRange()
  range.setStart(nodes[found.from.piece]!, found.from.offset)
  range.setEnd(nodes[found.to.piece]!, found.to.offset)
  return range
}

/** The frame of a mail knows none of our colours, so they are written out; anew each time, since the theme may have changed. */
const sheets = new WeakMap<Document, CSSStyleSheet>()

function withColour(inside: Window & typeof globalThis): void {
  const known = sheets.get(inside.document)
  const sheet = known ?? new inside.CSSStyleSheet()
  const colour = (token: string) => getComputedStyle(document.documentElement).getPropertyValue(token)
  sheet.replaceSync(`::highlight(${name}) { background-color: ${colour('--k-amber-soft')}; color: ${colour('--k-ink')}; text-decoration: underline 2px ${colour('--k-amber')}; }`)
  if (known) return
  sheets.set(inside.document, sheet)
  inside.document.adoptedStyleSheets = [...inside.document.adoptedStyleSheets, sheet]
}
