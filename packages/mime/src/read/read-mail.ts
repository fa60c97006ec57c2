/**
 * A raw mail becomes what people see of it. Total: whatever the bytes, something is read; only a mail
 * without any content is refused. Why an own parser: docs/adr/0005-reading-mail.md.
 */
import { classifyMail } from '../classify/classify-mail.ts';
import { foldText } from '../fold/index.ts';
import { sanitiseMailHtml, textFromHtml } from '../html/index.ts';
import { guessLanguage } from '../language.ts';
import type { ReadMail, ReadMailOptions } from '../mail.ts';
import { typeByName } from './attachment-name.ts';
import { attachedText } from './attached-text.ts';
import { collectParts } from './collect-parts.ts';
import { readEnvelope } from './envelope.ts';
import { readDate } from './headers/dates.ts';
import { headerText } from './headers/header-text.ts';
import { messageId, messageIds } from './headers/message-ids.ts';
import { joinBody } from './join-body.ts';
import { parseTree } from './parse-tree.ts';
import { protectionOf } from './protection.ts';
import { finishAttachments, readFilePart, type RawFile } from './read-attachments.ts';
import { startOfMail } from './start-of-mail.ts';
import { invitationText, unpackTnef } from './unpack-files.ts';

/** @throws UnreadableMail when there is nothing to read. */
export async function readMail(bytes: Buffer, options: ReadMailOptions = {}): Promise<ReadMail> {
  const { raw, start, eol } = startOfMail(bytes);
  const warnings = new Set<string>();
  const root = parseTree(raw, start, eol, warnings);
  const { headers } = root;
  const charset = root.typeParameters.get('charset') ?? root.children[0]?.typeParameters.get('charset') ?? null;

  const { warnings: oddEnvelope, ...envelope } = readEnvelope(headers, charset);
  for (const warning of oddEnvelope) warnings.add(warning);
  const subjects = headers.get('subject') ?? [];
  const subject = headerText(subjects.find((value) => value !== '') ?? '', charset);
  const date = (headers.get('date') ?? []).map(readDate).find((read) => read !== null) ?? null;

  const parts = collectParts(root);
  const body = joinBody(raw, parts.segments, root.typeParameters.get('charset') ?? null, warnings);
  const packed: RawFile[] = parts.files.map(({ part, parent }) => readFilePart(raw, part, parent, warnings));
  for (const { name, content } of body.files) packed.push({ name, type: typeByName(name), content, contentId: null, inline: false });
  const { files, ...tnef } = unpackTnef(packed);

  const ownHtml = body.html ?? (body.text === '' ? tnef.html : null);
  const html = ownHtml === null ? null : sanitiseMailHtml(ownHtml);
  const ownText = body.text || tnef.text || (tnef.html === null ? '' : textFromHtml(tnef.html)) || invitationText(files);
  const text = ownText || attachedText(files);
  const folds = foldText(text);
  const verdict = classifyMail({ headers, subject, from: envelope.from.address, fromName: envelope.from.name, text: ownText, parts: root, raw }, options);
  return {
    ...envelope,
    subject,
    date,
    messageId: messageId(headers.get('message-id') ?? []),
    inReplyTo: messageIds(headers.get('in-reply-to') ?? []),
    references: messageIds(headers.get('references') ?? []),
    text,
    html,
    attachments: finishAttachments(files, html),
    folds,
    ...verdict,
    language: guessLanguage(folds.visible) ?? guessLanguage(text),
    ...protectionOf(root, text),
    warnings: [...warnings],
  };
}
