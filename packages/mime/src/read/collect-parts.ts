/**
 * Which parts are the text of the mail and which are attachments (RFC 2046 5, RFC 2183). Text stays in
 * the order of the mail; in an alternative the plain and the HTML form of the same text stand side by side.
 */
import type { Part } from './part.ts';

/** One stretch of the text, in one form or in both; an alternative is one stretch. */
export interface BodySegment {
  plain: Part[];
  html: Part[];
}

export interface CollectedParts {
  segments: BodySegment[];
  /** With the multipart they stand in, which tells whether they belong to the HTML. */
  files: { part: Part; parent: Part | null }[];
}

const plainTypes = new Set(['text/plain', 'text/enriched', 'text/richtext', 'text/markdown', 'text/text', 'text/ascii', 'text/english', 'text/*', 'text/unknown']);

export function collectParts(root: Part): CollectedParts {
  const collected: CollectedParts = { segments: [], files: [] };
  visit(root, null, collected);
  if (collected.segments.length === 0) collected.segments.push(...onlyText(collected));
  return collected;
}

function visit(part: Part, parent: Part | null, into: CollectedParts): void {
  if (part.type.startsWith('multipart/') && part.children.length > 0) {
    if (part.type === 'multipart/alternative') visitAlternative(part, into);
    else for (const child of part.children) visit(child, part, into);
    return;
  }
  if (isBody(part, parent)) into.segments.push(isHtml(part) ? { plain: [], html: [part] } : { plain: [part], html: [] });
  else into.files.push({ part, parent });
}

function visitAlternative(part: Part, into: CollectedParts): void {
  const inner: CollectedParts = { segments: [], files: into.files };
  for (const child of part.children) visit(child, part, inner);
  const texts = inner.segments.flatMap(({ plain }) => plain);
  const proper = texts.filter(({ type }) => type === 'text/plain');
  // Several of a kind are all kept: broken mailers use an alternative where a mixed belongs, and Apple's
  // puts files between two pieces of HTML.
  const segment = { plain: proper.length ? proper : texts, html: inner.segments.flatMap(({ html }) => html) };
  if (segment.plain.length + segment.html.length > 0) into.segments.push(segment);
}

export function isHtml(part: Part): boolean {
  return part.type === 'text/html' || part.type === 'application/xhtml+xml';
}

function isBody(part: Part, parent: Part | null): boolean {
  if (part.type.startsWith('multipart/')) return !part.tooDeep;
  if (part.disposition === 'attachment' || nameOf(part, 'filename')) return false;
  if (parent === null) return part.type.startsWith('text/') ? part.type !== 'text/calendar' : false;
  if (!plainTypes.has(part.type) && !isHtml(part)) return false;
  // A name alone makes an attachment, except where only a body can stand.
  const onlyBody = parent.type === 'multipart/alternative' || (parent.type === 'multipart/related' && parent.children[0] === part);
  return onlyBody || !nameOf(part, 'name');
}

function nameOf(part: Part, parameter: 'name' | 'filename'): string {
  const parameters = parameter === 'name' ? part.typeParameters : part.dispositionParameters;
  return parameters.get(parameter)?.trim() ?? '';
}

/** A named text in front of everything else is what the sender wrote, when there is no other text; it stays a file too. */
function onlyText(collected: CollectedParts): BodySegment[] {
  const first = collected.files[0]?.part;
  if (!first || first.disposition === 'attachment' || !(first.type === 'text/plain' || isHtml(first))) return [];
  return [isHtml(first) ? { plain: [], html: [first] } : { plain: [first], html: [] }];
}
