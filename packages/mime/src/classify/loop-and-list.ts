import type { ReadMailOptions } from '../mail.ts';
import type { HeaderBlock } from '../read/headers/split-headers.ts';

// RFC 5321 6.3: a count of Received lines is how a server sees that mail goes in a circle.
const mostHops = 50;

/** Mail that we sent ourselves and that came back, or that has been going round. */
export function isLoop(headers: HeaderBlock, from: string, { ownAddresses = [], ownHosts = [] }: ReadMailOptions): boolean {
  if ((headers.get('received')?.length ?? 0) > mostHops) return true;
  const addresses = new Set(ownAddresses.map((address) => address.toLowerCase()));
  if (from && addresses.has(from.toLowerCase())) return true;
  const hosts = new Set(ownHosts.map((host) => host.toLowerCase()));
  const marks = ['x-kontuar-loop', 'x-loop'].flatMap((name) => headers.get(name) ?? []);
  return marks.some((mark) => mark.slice(0, 2000).toLowerCase().split(/[\s,;<>]+/).some((word) => {
    const host = word.slice(word.lastIndexOf('@') + 1);
    return addresses.has(word) || hosts.has(word) || (host !== '' && hosts.has(host));
  }));
}

const listHeaders = ['list-id', 'list-post', 'list-unsubscribe', 'list-subscribe', 'list-archive', 'mailing-list', 'x-mailing-list', 'x-mailman-version', 'x-beenthere', 'x-list-id'];

/** Mail to many: RFC 2369, RFC 2919 and the headers from before them. */
export function isList(headers: HeaderBlock): boolean {
  if (listHeaders.some((name) => headers.has(name))) return true;
  return (headers.get('precedence') ?? []).some((value) => /^(?:list|bulk)\b/i.test(value));
}
