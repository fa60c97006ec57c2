import type { Because } from '@kontuar/contracts'

/** What mails, text messages, chats and one-click pages say around an alert (whose own sentences stand in life/words). */
export interface TellingWords {
  urgent: string
  noData: string
  subject: { one: (title: string) => string; noData: (title: string) => string; step: (title: string) => string; many: (n: number) => string; digest: (n: number) => string }
  /** Above an alert that nobody took. */
  step: (step: number) => string
  lead: (n: number) => string
  digestLead: (n: number) => string
  quiet: string
  taken: (name: string, when: string) => string
  resolved: (name: string | null, when: string) => string
  whyNow: string
  said: (by: string | null, when: string) => string
  facts: { customer: string; ticket: string; location: string; queue: string; staff: string; rule: string }
  diary: string
  kinds: Record<string, string>
  directions: Record<string, string>
  acknowledge: string
  takeTask: string
  callBack: string
  open: string
  more: (n: number) => string
  why: (because: Because) => string
  filters: (rule: string, sentence: string | null) => string
  zone: (name: string) => string
  linkDays: string
  settings: string
  sms: (title: string, rule: string) => string
  smsMany: (n: number) => string
  page: {
    acknowledge: Ask; task: Ask; 'call-back': Ask
    done: { acknowledged: Said; already: (name: string) => Said; taskMade: Said; taskAlready: Said; callMade: Said; resolved: Said }
    expired: Said; unknown: Said; notAllowed: Said; fault: Said; wait: (seconds: number) => Said
    toAlert: string; toTicket: string; call: (number: string) => string; by: (organization: string) => string
  }
  trial: { title: string; text: string }
}
export interface Ask { title: string; text: string; button: string }
export interface Said { title: string; text: string }
