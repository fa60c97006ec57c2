/**
 * Folding: what in a mail is an earlier mail or a signature. Nothing is ever cut; callers show
 * the folded parts behind a button.
 */
export type { Folds, Segment, SegmentKind } from './folds.ts';
export { foldText } from './fold-text.ts';
export { foldHtml } from './fold-html.ts';
