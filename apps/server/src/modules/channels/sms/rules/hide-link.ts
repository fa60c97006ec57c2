// A gateway's answer may repeat the text, and with it the link that answers in the customer's name. What is written beside the
// message must not hold it: whatever of a link stands in the text and not in the version the diary shows is taken out.

const shortest = 6

export function hideLink(detail: string, sent: string, shown: string): string {
  const known = new Set(piecesOf(shown))
  return piecesOf(sent).filter((piece) => !known.has(piece)).reduce((text, piece) => text.replaceAll(piece, '…'), detail)
}

/** Only what no gateway escapes in its own way. */
const piecesOf = (text: string): string[] => (text.match(/https?:\/\/\S+/g) ?? []).flatMap((url) => url.replace(/^https?:\/\/[^/?#]*/, '').split(/[^\p{L}\p{N}_-]+/u)).filter((piece) => piece.length >= shortest)
