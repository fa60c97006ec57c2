// The HTTP interface, spoken with a session as the workspace does: for preparing a story, not for telling it.
import type { CreatedInvitation, Role } from '@kontuar/contracts'
import type { Static } from 'typebox'

export interface Person { name: string; email: string; password: string }
/** Answers the body. @throws with the problem's code when the server refuses. */
export type Ask = <T = unknown>(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<T>

export class Refused extends Error {
  status: number
  code: string
  constructor(status: number, code: string, message: string) {
    super(`${status} ${code}: ${message}`)
    this.status = status
    this.code = code
  }
}

export async function signIn(url: string, { email, password }: Pick<Person, 'email' | 'password'>): Promise<Ask> {
  let cookie = ''
  const ask: Ask = async (method, path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method, headers: { origin: url, ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = answer.headers.getSetCookie()
    if (set.length > 0) cookie = set.map((each) => each.split(';')[0]).join('; ')
    const said = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string }
    if (!answer.ok) throw new Refused(answer.status, said.code ?? '', said.detail ?? '')
    return said as never
  }
  await ask('POST', '/session', { email, password })
  return ask
}

/** Invites a person and comes in for them. Their screens are English. */
export async function addPerson(url: string, administrator: Ask, role: Role, name: string, email: string): Promise<Person & { ask: Ask }> {
  const password = 'correct horse battery'
  const { link } = await administrator<Static<typeof CreatedInvitation>>('POST', '/invitations', { email, role })
  const token = link.slice(link.indexOf('#') + 1)
  const answer = await fetch(`${url}/api/v1/invitations/accept`, { method: 'POST', headers: { origin: url, 'content-type': 'application/json' }, body: JSON.stringify({ token, name, password }) })
  if (!answer.ok) throw new Error(`the invitation was not accepted: ${await answer.text()}`)
  const ask = await signIn(url, { email, password })
  await ask('PATCH', '/me', { locale: 'en' })
  return { name, email, password, ask }
}
