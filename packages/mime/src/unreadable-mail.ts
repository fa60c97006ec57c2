/** Thrown when nothing at all can be made of the bytes. `reason` is one sentence for people. */
export class UnreadableMail extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'UnreadableMail';
    this.reason = reason;
  }
}
