/** Message ids (RFC 5322 3.6.4) out of Message-ID, In-Reply-To and References, without <>. */

const most = 100;
const idLength = 1000;

export function messageIds(values: readonly string[]): string[] {
  const seen = new Set<string>();
  for (const value of values) {
    const angled = value.match(/<[^<>]+>/g);
    if (angled) {
      for (const part of angled) add(seen, part.slice(1, -1));
    } else {
      // Some mailers leave the brackets out; words of a sentence ("your mail of Monday") are no ids.
      for (const word of value.split(/[\s,;]+/)) {
        const bare = word.replace(/^<+|>+$/g, '');
        if (/^[^@\s()"]+@[^@\s()"]+$/.test(bare)) add(seen, bare);
      }
    }
  }
  const ids = [...seen];
  // The first names the thread, the last ones its newest mails; what lies between is worth least.
  return ids.length <= most ? ids : [ids[0]!, ...ids.slice(ids.length - most + 1)];
}

/** null when missing or empty, because an empty id must never match another one. */
export function messageId(values: readonly string[]): string | null {
  for (const value of values) {
    const found = messageIds([value])[0];
    if (found) return found;
    const bare = value.replace(/[<>\s]+/g, '');
    if (bare) return bare.slice(0, idLength);
  }
  return null;
}

function add(seen: Set<string>, text: string): void {
  const id = text.replace(/[\0-\x20\x7f]+/g, '');
  if (id && id.length <= idLength) seen.add(id);
}
