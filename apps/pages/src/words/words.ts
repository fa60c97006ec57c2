// Every word of the pages, mails and text messages that no survey brings along itself, in one language.

/** Why there is nothing to answer. `too-many`: from one place in a short time; `unreadable`: no form of ours was sent; `fault`: our own. */
export type NoticeCode = 'unknown' | 'expired' | 'answered' | 'paused' | 'ended' | 'not-started' | 'quota' | 'too-many' | 'too-large' | 'unreadable' | 'fault'

export interface Notice { title: string; text: string }

/** What is wrong with the answer to one question. */
export type ProblemCode = 'required' | 'required-text' | 'required-consent' | 'required-file' | 'required-rows' | 'choice' | 'too-long' | 'text' | 'file-too-large' | 'file-type' | 'file-empty'

export interface Words {
  /** Stands beside a question that must be answered. */
  required: string
  next: string
  send: string
  back: string
  step(step: number, steps: number): string
  /** Where later answers decide how many follow. */
  stepAtMost(step: number, steps: number): string
  /** How long the whole takes. */
  takes(seconds: number): string
  asks(organization: string): string
  /** Why this person is asked. */
  because: { recently: string; ticket(number: string, subject: string): string; purchase(product: string): string; order(number: string): string }
  anonymous: string
  /** "4 of 5", under stars. */
  pointOf(point: number, points: number): string
  other: string
  otherText: string
  chooseAny: string
  /** Filled in by the script; `{left}` and `{over}` are numbers. */
  charactersLeft: string
  charactersOver: string
  fileKinds: string
  fileKept(name: string): string
  errors: { title(count: number): string; wait(seconds: number): string; of: Record<ProblemCode, string>; tooLong(limit: number): string }
  thanks: string
  whatNext: string
  reviews: string
  languages: string
  doNotAsk: string
  imprint(organization: string): string
  optOut: { title: string; text(organization: string): string; button: string; done: Notice; already: Notice }
  notice: Record<Exclude<NoticeCode, 'too-many'>, Notice> & { 'too-many': { title: string; text(seconds: number): string } }
  mail: {
    greeting(firstName: string | null): string
    /** Above the scale: what a click does. */
    click: string
    /** Of a link of the scale, for those who hear it. */
    choose(point: string): string
    open: string
    byHand: string
    /** Under which `doNotAsk` stands. */
    why(organization: string): string
  }
  /** Without the link, which stands last. */
  sms(organization: string): string
}
