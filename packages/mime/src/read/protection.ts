import type { Part } from './part.ts';

/** Whether the mail is encrypted or signed: PGP/MIME (RFC 3156), S/MIME (RFC 8551), PGP written into the text. */
export function protectionOf(root: Part, text: string): { encrypted: boolean; signed: boolean } {
  let encrypted = text.includes('-----BEGIN PGP MESSAGE-----');
  let signed = text.includes('-----BEGIN PGP SIGNED MESSAGE-----');
  const visit = (part: Part) => {
    if (part.type === 'multipart/encrypted') encrypted = true;
    if (part.type === 'multipart/signed') signed = true;
    if (/^application\/(?:x-)?pkcs7-mime$/.test(part.type)) {
      const kind = part.typeParameters.get('smime-type')?.toLowerCase() ?? '';
      if (kind === 'signed-data') signed = true;
      else if (kind !== 'certs-only') encrypted = true;
    }
    if (/^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/.test(part.type)) signed = true;
    part.children.forEach(visit);
  };
  visit(root);
  return { encrypted, signed };
}
