export type PrintErrorCode = 'letters' | 'too-long' | 'empty' | 'colour' | 'image' | 'size'

/** What cannot be printed as asked. `message` is a sentence for people, `field` the name of the value it is about. */
export class PrintError extends Error {
  readonly code: PrintErrorCode
  readonly field: string

  constructor(code: PrintErrorCode, field: string, sentence: string) {
    super(sentence)
    this.name = 'PrintError'
    this.code = code
    this.field = field
  }
}
