import type { Bounce, MailClass, ReadMailOptions } from '../mail.ts';
import type { HeaderBlock } from '../read/headers/split-headers.ts';
import type { Part } from '../read/part.ts';

export interface MailToClassify {
  headers: HeaderBlock;
  subject: string;
  from: string;
  text: string;
  parts: Part;
  raw: Buffer;
}

export interface Verdict {
  class: MailClass;
  automatic: boolean;
  bounce: Bounce | null;
}

export function classifyMail(_mail: MailToClassify, _options: ReadMailOptions): Verdict {
  return { class: 'personal', automatic: false, bounce: null };
}
