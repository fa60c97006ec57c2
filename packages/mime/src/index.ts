/**
 * Mail as the world writes it, read into what people see: sender, subject, text, attachments, and what
 * kind of mail it is. A pure core: bytes in, values out; it opens no file and no connection.
 * It must never throw anything but UnreadableMail, and never need more than linear time.
 */
export type { Bounce, MailAddress, MailAttachment, MailClass, MailLanguage, ReadMail, ReadMailOptions } from './mail.ts';
export { UnreadableMail } from './unreadable-mail.ts';
export { readMail } from './read/read-mail.ts';
export type { Folds } from './fold/index.ts';
export { foldHtml, foldText } from './fold/index.ts';
export { sanitiseMailHtml, textFromHtml } from './html/index.ts';
export { classifyMail } from './classify/classify-mail.ts';
export { readBounce } from './classify/read-bounce.ts';
export { readAddresses } from './read/headers/addresses.ts';
export { guessLanguage } from './language.ts';
