/** What kind of mail this is. The order decides: a loop is never answered even when it is a bounce as well. */
import type { Bounce, MailClass, ReadMailOptions } from '../mail.ts';
import type { HeaderBlock } from '../read/headers/split-headers.ts';
import type { Part } from '../read/part.ts';
import { isAutoReply } from './auto-reply.ts';
import { isList, isLoop } from './loop-and-list.ts';
import { flatten, readBounce } from './read-bounce.ts';

export interface MailToClassify {
  headers: HeaderBlock;
  subject: string;
  from: string;
  fromName: string;
  text: string;
  parts: Part;
  raw: Buffer;
}

export interface Verdict {
  class: MailClass;
  automatic: boolean;
  bounce: Bounce | null;
}

export function classifyMail(mail: MailToClassify, options: ReadMailOptions): Verdict {
  const receipt = isReceiptOrComplaint(mail.parts) && !isRejection(mail);
  const bounce = receipt ? null : readBounce(mail);
  if (isLoop(mail.headers, mail.from, options)) return { class: 'loop', automatic: true, bounce };
  if (bounce) return { class: 'bounce', automatic: true, bounce };
  if (receipt || isReport(mail.parts) || isAutoReply(mail.headers, mail.subject)) return { class: 'auto-reply', automatic: true, bounce: null };
  return { class: isList(mail.headers) ? 'list' : 'personal', automatic: false, bounce: null };
}

/** Read receipts (RFC 8098) and abuse complaints (ARF, RFC 5965). */
function isReceiptOrComplaint(root: Part): boolean {
  const kind = root.type === 'multipart/report' ? (root.typeParameters.get('report-type') ?? '').toLowerCase() : '';
  if (kind === 'disposition-notification' || kind === 'feedback-report') return true;
  return flatten(root).some(({ type }) => type === 'message/disposition-notification' || type === 'message/feedback-report');
}

/** Sieve refuses a mail with a receipt that says the mail was deleted (RFC 5429 2.1.2). */
function isRejection({ headers, subject, parts }: MailToClassify): boolean {
  const submitted = headers.get('auto-submitted')?.[0] ?? '';
  return flatten(parts).some(({ type }) => type === 'message/disposition-notification') && (/reject/i.test(submitted) || /^(?:automatically )?rejected\b|^(?:auto(?:matic)? )?reject/i.test(subject));
}

/** A report that is no bounce: it says that the mail was delivered. */
function isReport(root: Part): boolean {
  return root.type === 'multipart/report';
}
