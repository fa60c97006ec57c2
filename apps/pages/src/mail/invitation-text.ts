// The same mail for whoever reads plain text: every link written out.
import type { Question } from '@kontuar/survey'
import { plain, type Asking } from '../questions/asking.ts'
import { endsOf } from '../questions/ends.ts'
import type { InvitationMail } from './invitation.ts'
import { pointsInMail } from './points-in-mail.ts'

export function invitationText(mail: InvitationMail, given: Asking, question: Question | null, name: string): string {
  const { words, definition } = given
  const first = mail.facts['customer.firstName']
  const blocks = [
    words.mail.greeting(first && !/[@\d]/.test(first) ? first : null),
    plain(given, definition.intro),
    ...(question === null ? [`${words.mail.open}:\n${mail.url}`] : [plain(given, question.title), scaleText(given, question, mail.url), words.mail.click, `${words.mail.byHand}\n${mail.url}`]),
    mail.anonymous ? words.anonymous : '',
    `-- \n${words.mail.why(name)}${mail.unsubscribeUrl === null ? '' : `\n${words.doNotAsk}: ${mail.unsubscribeUrl}`}`,
  ]
  return `${blocks.filter((block) => block.trim() !== '').join('\n\n')}\n`
}

function scaleText(given: Asking, question: Question, url: string): string {
  const points = pointsInMail(given, question, url)
  const worded = question.type === 'faces' || question.type === 'single'
  const ends = worded ? null : endsOf(given, question)
  return points.map(({ label, url }, i) => {
    const end = ends === null ? '' : i === 0 ? ` (${ends.low})` : i === points.length - 1 ? ` (${ends.high})` : ''
    return `${label}${end}: ${url}`
  }).join('\n')
}
