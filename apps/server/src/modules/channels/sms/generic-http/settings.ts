import type { SmsGatewayBody } from '@kontuar/contracts'

/** What the administrator set, without its secrets. */
export interface HttpGatewaySettings extends Pick<SmsGatewayBody, 'url' | 'method' | 'contentType' | 'template' | 'sender' | 'successContains' | 'idPath' | 'repeatable'> {
  headers: { name: string; secret: boolean; /** null: stands in the secrets */ value: string | null }[]
}

/** Opened ones, by the name under which they are sealed. */
export type HttpGatewaySecrets = Readonly<Record<string, string>>

export const secretOfTemplate = 'secret'
export const secretOfHeader = (name: string) => `header:${name.toLowerCase()}`
