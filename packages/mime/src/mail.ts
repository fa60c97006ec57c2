import type { Folds } from './fold/index.ts';

/** Domain in lower case and Unicode, local part as written; `address` is '' when there is none. */
export interface MailAddress {
  name: string;
  address: string;
}

/** `content` holds the bytes after transfer decoding, never converted; `size` is their number. */
export interface MailAttachment {
  name: string;
  type: string;
  size: number;
  content: Uint8Array;
  /** Content-ID without <>. */
  contentId: string | null;
  inline: boolean;
}

export type MailClass = 'personal' | 'auto-reply' | 'bounce' | 'list' | 'loop';

export interface Bounce {
  recipient: string | null;
  /** Enhanced status code of RFC 3463, such as 5.1.1. */
  status: string | null;
  kind: 'hard' | 'soft';
  /** What the refusing server said, on one line. */
  reason: string;
  originalMessageId: string | null;
}

export type MailLanguage = 'pl' | 'ru' | 'en' | 'de';

export interface ReadMail {
  from: MailAddress;
  sender: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  /** From Delivered-To, X-Original-To and Envelope-To: where the mail really went. */
  deliveredTo: string[];
  subject: string;
  /** null when the Date header is missing or hopeless. */
  date: Date | null;
  /** Without <>; null when missing or empty. */
  messageId: string | null;
  inReplyTo: string[];
  /** Without <>, in order, no id twice, at most 100 (the first and the last ones). */
  references: string[];
  /** Always there: the text parts, or made from the HTML when there is only HTML. Lines end in \n. */
  text: string;
  /** Sanitised for display; cid: and remote images are kept as they are. */
  html: string | null;
  attachments: MailAttachment[];
  /** What is quote and signature in `text`. */
  folds: Folds;
  class: MailClass;
  /** Written by a machine (auto-reply, bounce, loop), not by a person writing to a list. */
  automatic: boolean;
  bounce: Bounce | null;
  language: MailLanguage | null;
  encrypted: boolean;
  signed: boolean;
  /** What was odd and how it was read, one sentence each. */
  warnings: string[];
}

export interface ReadMailOptions {
  /** Addresses we send from: mail from one of them is a loop. */
  ownAddresses?: readonly string[];
  /** Names we write into our loop header. */
  ownHosts?: readonly string[];
}
