import { percentBytes } from './headers/parameters.ts';
import { isUtf8 } from 'node:buffer';

const extensions: Record<string, string> = {
  'application/pdf': 'pdf', 'application/zip': 'zip', 'application/x-zip-compressed': 'zip', 'application/gzip': 'gz', 'application/msword': 'doc', 'application/rtf': 'rtf', 'text/rtf': 'rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.ms-excel': 'xls', 'application/vnd.ms-powerpoint': 'ppt', 'application/vnd.oasis.opendocument.text': 'odt', 'application/vnd.oasis.opendocument.spreadsheet': 'ods', 'application/json': 'json', 'application/xml': 'xml', 'text/xml': 'xml',
  'image/jpeg': 'jpg', 'image/jpg': 'jpg', 'image/pjpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/bmp': 'bmp', 'image/tiff': 'tif', 'image/webp': 'webp', 'image/svg+xml': 'svg', 'image/heic': 'heic',
  'audio/mpeg': 'mp3', 'audio/wav': 'wav', 'audio/x-wav': 'wav', 'audio/ogg': 'ogg', 'audio/basic': 'au', 'video/mp4': 'mp4', 'video/mpeg': 'mpg', 'video/quicktime': 'mov',
  'text/plain': 'txt', 'text/html': 'html', 'text/csv': 'csv', 'text/calendar': 'ics', 'application/ics': 'ics', 'text/vcard': 'vcf', 'text/x-vcard': 'vcf', 'text/directory': 'vcf', 'text/rfc822-headers': 'txt', 'text/css': 'css', 'text/x-amp-html': 'html', 'text/enriched': 'txt', 'text/richtext': 'txt',
  'message/rfc822': 'eml', 'message/global': 'eml', 'message/partial': 'eml', 'message/news': 'eml', 'message/delivery-status': 'txt', 'message/global-delivery-status': 'txt', 'message/disposition-notification': 'txt', 'message/feedback-report': 'txt', 'message/external-body': 'txt',
  'application/pgp-signature': 'asc', 'application/pgp-encrypted': 'asc', 'application/pgp-keys': 'asc', 'application/pkcs7-signature': 'p7s', 'application/x-pkcs7-signature': 'p7s', 'application/pkcs7-mime': 'p7m', 'application/x-pkcs7-mime': 'p7m',
  'application/ms-tnef': 'dat', 'application/vnd.ms-tnef': 'dat', 'application/mac-binhex40': 'hqx', 'application/postscript': 'ps', 'application/x-tar': 'tar', 'application/javascript': 'js',
};

/** For files that come without a type (uuencode, yEnc). */
export function typeByName(name: string): string {
  const extension = /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.entries(extensions).find(([, known]) => known === extension)?.[0] ?? 'application/octet-stream';
}

/** A name that is safe as a file name and never empty; `number` counts the attachments from 1. */
export function attachmentName(given: string, type: string, number: number): string {
  const name = tidy(decodePercents(given));
  return name || `attachment-${number}.${extensions[type] ?? 'bin'}`;
}

function tidy(given: string): string {
  const base = given.slice(-4000).split(/[/\\]/).findLast((piece) => piece.trim() !== '' && !/^\.+$/.test(piece.trim())) ?? '';
  // Controls, and the marks that turn the writing direction: "gpj.exe" must not read as "exe.jpg".
  const clean = base.replace(/[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, '').replace(/\s+/g, ' ').trim();
  if (clean.length <= 200) return clean;
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
  return clean.slice(0, 200 - extension.length) + extension;
}

// Some mailers write %D0%9F into the plain parameter; only text that turns out to be more than ASCII is taken so.
function decodePercents(name: string): string {
  if (!/%[89A-Fa-f][0-9A-Fa-f]%[89A-Fa-f]/.test(name)) return name;
  const bytes = percentBytes(name);
  return isUtf8(bytes) ? bytes.toString('utf8') : name;
}
