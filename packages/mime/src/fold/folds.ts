/** What a stretch of a mail's text is: the writer's own words, an earlier mail, or a closing block. */
export type SegmentKind = 'text' | 'quote' | 'signature';

/** `from` and `to` are UTF-16 offsets into the folded text, `to` exclusive. */
export interface Segment {
  kind: SegmentKind;
  from: number;
  to: number;
}

/**
 * Segments lie end to end, in order, and cover the whole text, so joining them gives it back.
 * `visible` is the `text` segments joined and trimmed; it is empty only when the text is blank.
 */
export interface Folds {
  visible: string;
  segments: Segment[];
}
