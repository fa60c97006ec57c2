// The port behind which every gateway for text messages stands: the generic one over HTTP now, others by name later.

export interface Sms {
  /** E.164: "+48600700800". */
  to: string
  text: string
  /** The same at every try of one message: a gateway that knows it can tell a repetition. */
  reference: string
}

export type SmsOutcome =
  | { kind: 'taken'; gatewayId: string | null; detail: string }
  /** It answered and did not send. `pauseSeconds`: it wants to be left alone for so long, whatever the message. */
  | { kind: 'refused'; permanent: boolean; detail: string; pauseSeconds?: number }
  /** It was never asked: no connection. */
  | { kind: 'unreachable'; detail: string }
  /** It was asked and nobody knows what became of it. */
  | { kind: 'unanswered'; detail: string }

export interface SmsGateway {
  send(sms: Sms): Promise<SmsOutcome>
}
