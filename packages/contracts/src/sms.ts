import { Type, type Static } from 'typebox'
import { Done, Instant, nullable, oneOf } from './shapes.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const

const editable = {
  active: Type.Boolean(),
  url: Type.String({ minLength: 1, maxLength: 2000, description: 'Begins with https://. With GET the filled template is added to its query.' }),
  method: oneOf('GET', 'POST'),
  contentType: oneOf('json', 'form'),
  template: Type.String({ minLength: 1, maxLength: 10_000, description: 'JSON, or pairs like to={{to}}&text={{text}} (form, and always with GET). Filled in: {{to}} (+48600700800), {{digits}} (48600700800), {{text}}, {{sender}}, {{reference}}, {{secret}}.' }),
  sender: Type.String({ maxLength: 40, description: 'Who the message is from, as the gateway knows it: a name or a number.' }),
  successContains: nullable(Type.String({ minLength: 1, maxLength: 200, description: 'Besides a 2xx status the answer must contain this.' })),
  idPath: nullable(Type.String({ minLength: 1, maxLength: 200, description: 'Where the id of the message stands in a JSON answer: messages.0.id' })),
  repeatable: Type.Boolean({ description: 'The gateway sends a repeated {{reference}} only once, so that a message whose fate is not known may be handed over again.' }),
  perNumberDaily: Type.Integer({ minimum: 1, maximum: 100, description: 'Messages to one number within 24 hours; more are not sent.' }),
  perDay: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Messages to anybody within 24 hours; more wait.' }),
}
const headerName = Type.String({ minLength: 1, maxLength: 100 })

export const SmsGateway = Type.Object({
  ...editable,
  headers: Type.Array(Type.Object({ name: headerName, secret: Type.Boolean(), value: nullable(Type.String({ description: 'Null for a secret one.' })) })),
  hasSecret: Type.Boolean(),
  state: Type.Object({ sending: oneOf('waiting', 'ok', 'failing'), detail: nullable(Type.String()), at: nullable(Instant) }),
  updatedAt: Instant,
})
export type SmsGateway = Static<typeof SmsGateway>
export const SmsGatewayBody = Type.Object({
  ...editable,
  headers: Type.Array(Type.Object({ name: headerName, secret: Type.Boolean(), value: Type.Optional(Type.String({ maxLength: 4000, description: 'Leave out to keep the stored one of a secret header; it is forgotten when the server in `url` changes.' })) }, closed), { maxItems: 20 }),
  secret: Type.Optional(Type.String({ maxLength: 4000, description: 'What {{secret}} stands for. Never answered back; leave out to keep the stored one, empty to forget it.' })),
}, closed)
export type SmsGatewayBody = Static<typeof SmsGatewayBody>
export const SmsOverview = Type.Object({
  gateway: nullable(SmsGateway),
  waiting: Type.Integer({ description: 'Messages that have not left yet.' }),
  sentToday: Type.Integer({ description: 'Handed over within the last 24 hours.' }),
  uncertain: Type.Integer({ description: 'May or may not have been sent: the answer of the gateway is missing.' }),
})
export type SmsOverview = Static<typeof SmsOverview>
export const SmsTestResult = Type.Object({
  ok: Type.Boolean(),
  detail: Type.String({ description: 'What the gateway answered, or what went wrong.' }),
  gatewayId: nullable(Type.String()),
})
export type SmsTestResult = Static<typeof SmsTestResult>

const tag = 'sms'
export const getSmsGateway = route({ method: 'GET', path: '/sms-gateway', permission: 'mailbox.read', tag, summary: 'How text messages leave, and what waits', response: SmsOverview })
export const putSmsGateway = route({ method: 'PUT', path: '/sms-gateway', permission: 'mailbox.manage', tag, summary: 'Set up the gateway', body: SmsGatewayBody, response: SmsOverview })
export const deleteSmsGateway = route({ method: 'DELETE', path: '/sms-gateway', permission: 'mailbox.manage', tag, summary: 'Forget the gateway; what was sent stays in the diary', response: Done })
export const testSmsGateway = route({ method: 'POST', path: '/sms-gateway/test', permission: 'mailbox.manage', tag, summary: 'Send a trial message through the stored gateway', body: Type.Object({ to: Type.String({ minLength: 3, maxLength: 40 }) }, closed), response: SmsTestResult })
