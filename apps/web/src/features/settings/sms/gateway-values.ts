// The form of the gateway: what stands in it, what is wrong with it, what is sent. The server checks the same again, and more.
import type { SmsGateway, SmsGatewayBody } from '@kontuar/contracts'

export interface HeaderValues { name: string; value: string; secret: boolean; /** A value is stored; an empty field keeps it. */ kept: boolean }
export interface GatewayValues extends Pick<SmsGatewayBody, 'active' | 'url' | 'method' | 'contentType' | 'template' | 'sender' | 'repeatable'> {
  headers: HeaderValues[]
  secret: string
  successContains: string
  idPath: string
  perNumberDaily: number | string
  perDay: number | string
}

/** Filled in by the server; the words of the form name them as they are typed. */
export const placeholders = { to: '{{to}}', digits: '{{digits}}', text: '{{text}}', sender: '{{sender}}', reference: '{{reference}}', secret: '{{secret}}' }
export const jsonTemplate = '{\n  "to": "{{to}}",\n  "from": "{{sender}}",\n  "text": "{{text}}"\n}'
export const formTemplate = 'to={{to}}&from={{sender}}&text={{text}}'

export const valuesOf = (gateway: SmsGateway | null): GatewayValues => ({
  active: gateway?.active ?? true, url: gateway?.url ?? '', method: gateway?.method ?? 'POST', contentType: gateway?.contentType ?? 'json', template: gateway?.template ?? jsonTemplate, sender: gateway?.sender ?? '',
  repeatable: gateway?.repeatable ?? false, headers: (gateway?.headers ?? []).map(({ name, secret, value }) => ({ name, secret, value: value ?? '', kept: secret })), secret: '',
  successContains: gateway?.successContains ?? '', idPath: gateway?.idPath ?? '', perNumberDaily: gateway?.perNumberDaily ?? 3, perDay: gateway?.perDay ?? 1000,
})

export function bodyOf({ headers, secret, successContains, idPath, perNumberDaily, perDay, ...values }: GatewayValues): SmsGatewayBody {
  return {
    ...values, url: values.url.trim(), sender: values.sender.trim(), successContains: successContains.trim() || null, idPath: idPath.trim() || null, perNumberDaily: Number(perNumberDaily), perDay: Number(perDay),
    headers: headers.map(({ name, value, secret: isSecret, kept }) => ({ name: name.trim(), secret: isSecret, ...(isSecret && kept && value === '' ? {} : { value }) })),
    ...(secret === '' ? {} : { secret }),
  }
}

const names = (template: string) => [...template.matchAll(/\{\{\s*([a-zA-Z]+)\s*\}\}/g)].map(([, name]) => name!)
const isHeader = /^[!#$%&'*+.^_`|~\w-]+$/

export type Fault = 'url' | 'template' | 'templateJson' | 'templateText' | 'templateTo' | 'templateUnknown' | 'templateSecret' | 'headers' | 'headerValue' | 'sender' | 'idPath' | 'repeatable' | 'number' | 'day'

/** What is wrong with a field, by the key of its words; null: nothing. */
export const faults = {
  url: ({ url }: GatewayValues): Fault | null => (/^https?:\/\/[^\s@/?#]+([/?#]\S*)?$/.test(url.trim()) ? null : 'url'),
  template(values: GatewayValues, hasSecret: boolean): Fault | null {
    const used = names(values.template)
    if (used.some((name) => !Object.hasOwn(placeholders, name))) return 'templateUnknown'
    if (!used.includes('text')) return 'templateText'
    if (!used.includes('to') && !used.includes('digits')) return 'templateTo'
    if (used.includes('secret') && values.secret === '' && !hasSecret) return 'templateSecret'
    if (values.method !== 'POST' || values.contentType !== 'json') return null
    try {
      JSON.parse(values.template)
      return null
    } catch {
      return 'templateJson'
    }
  },
  headers({ headers }: GatewayValues): Fault | null {
    if (headers.some(({ name }) => !isHeader.test(name.trim())) || new Set(headers.map(({ name }) => name.trim().toLowerCase())).size < headers.length) return 'headers'
    return headers.some(({ value, kept, secret }) => value === '' && !(secret && kept)) ? 'headerValue' : null
  },
  repeatable: ({ repeatable, template, headers }: GatewayValues): Fault | null => (repeatable && ![template, ...headers.map(({ value }) => value)].some((text) => names(text).includes('reference')) ? 'repeatable' : null),
  perNumberDaily: ({ perNumberDaily }: GatewayValues): Fault | null => (typeof perNumberDaily === 'number' && perNumberDaily >= 1 && perNumberDaily <= 100 ? null : 'number'),
  perDay: ({ perDay }: GatewayValues): Fault | null => (typeof perDay === 'number' && perDay >= 1 && perDay <= 1_000_000 ? null : 'day'),
}

const ofServer: Record<string, Fault> = { url: 'url', template: 'template', headers: 'headers', sender: 'sender', idPath: 'idPath', repeatable: 'repeatable', perNumberDaily: 'number', perDay: 'day' }
/** What the server found wrong, in the words of the form. */
export const faultOf = (field: string): Fault | null => ofServer[field] ?? null
