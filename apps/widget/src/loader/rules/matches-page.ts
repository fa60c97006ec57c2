/** Whether a path is one of the pages: `*` stands for any stretch, none given means everywhere. */
export function matchesPage(path: string, pages: readonly string[]): boolean {
  return pages.length === 0 || pages.some((page) => matches(path, page.split('*')))
}

/** By hand and not as a regular expression: no pattern may take long in somebody else's shop. */
function matches(path: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces
  const last = rest.pop()
  if (!path.startsWith(first)) return false
  if (last === undefined) return path === first
  let at = first.length
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return path.length - last.length >= at && path.endsWith(last)
}
