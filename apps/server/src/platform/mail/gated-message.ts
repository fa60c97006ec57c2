// A message whose end is withheld: the sender's ledger must know that the final dot is about to leave before it
// leaves. Everything else is already with the server then, so between the ledger's commit and the dot lies
// nothing that waits.
import { Readable } from 'node:stream'

const pieceBytes = 64 * 1024

export class GateClosed extends Error {}

export interface Gate {
  /** Asked once, when all but the end has been handed over; false: the mail must not leave. */
  mayEnd(): Promise<boolean>
  /** Called in the very tick in which the end is let go. */
  ends(): void
}

export class GatedMessage extends Readable {
  #bytes: Buffer
  #gate: Gate
  #at = 0
  #asked = false
  /** True once the final dot may be on its way. */
  ended = false

  constructor(bytes: Buffer, gate: Gate) {
    // One byte: _read is called again only when the piece before has been taken.
    super({ highWaterMark: 1 })
    this.#bytes = bytes
    this.#gate = gate
  }

  override _read() {
    if (this.#at < this.#bytes.length) {
      const piece = this.#bytes.subarray(this.#at, this.#at + pieceBytes)
      this.#at += piece.length
      this.push(piece)
    } else if (!this.#asked) {
      this.#asked = true
      this.#gate.mayEnd().then((may) => {
        if (this.destroyed) return
        if (!may) return void this.destroy(new GateClosed('The mail was taken over by somebody else'))
        this.ended = true
        this.#gate.ends()
        this.push(null)
      }).catch((error: Error) => this.destroy(error))
    }
  }
}
