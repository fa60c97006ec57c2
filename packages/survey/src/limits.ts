// How large a survey may be. Texts in UTF-16 units, as a browser's maxlength counts them.
export const limits = {
  questions: 60, options: 60, rows: 30, languages: 20, reviewLinks: 5,
  title: 500, help: 1_000, consent: 3_000, label: 200, endLabel: 80, surveyTitle: 200, closing: 2_000, url: 1_000,
  /** Of an answer: a text, and the words beside "other". */
  text: 5_000, otherText: 500,
  /** Bytes of a stored file, characters of its name. */
  file: 10_485_760, fileName: 255,
  /** Of the whole definition: values in it, characters in it, levels of it. */
  nodes: 60_000, characters: 1_000_000, depth: 16,
} as const
