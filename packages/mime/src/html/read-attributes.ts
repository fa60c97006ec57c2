import { decodeHTMLAttribute } from 'entities';

const attribute = /([^\s"'<>/=][^\s<>/=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/g;

/** The attributes in a piece of a start tag; names lower case, values decoded, the first of a doubled name wins. */
export function readAttributes(piece: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of piece.matchAll(attribute)) {
    const name = (match[1] as string).toLowerCase();
    if (!found.has(name)) found.set(name, decodeHTMLAttribute(match[2] ?? match[3] ?? match[4] ?? ''));
    if (found.size > 200) break;
  }
  return found;
}
