import type { HeaderBlock } from './headers/split-headers.ts';

/** One node of the MIME tree. Offsets are bytes of the raw mail; `end` leaves out the line end before a delimiter. */
export interface Part {
  headers: HeaderBlock;
  /** Lower case; text/plain when missing or senseless (RFC 2045 5.2). */
  type: string;
  typeParameters: Map<string, string>;
  /** '' when there is no Content-Disposition. */
  disposition: string;
  dispositionParameters: Map<string, string>;
  start: number;
  bodyStart: number;
  end: number;
  children: Part[];
  /** A multipart that was not taken apart because it lies too deep. */
  tooDeep: boolean;
}
