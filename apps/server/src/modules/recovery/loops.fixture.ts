// For tests: low scores, what is said to their customers, and what comes of it.
import type { Recovery } from '@kontuar/contracts'
import type { Values } from '@kontuar/survey'
import type { TestKontuar } from '../../app/testing.ts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import { buildMatter, type AskingOrganization } from '../feedback/asking/testing.ts'
import { judgeAnswers } from './opening/judge-answers.ts'

type Role = 'administrator' | 'manager' | 'agent' | 'observer'
interface GivenAnswer { score?: number; tone?: string; at?: Date; customerId?: string | null; ticketId?: string | null; surveyId?: string; invitationId?: string | null; imported?: boolean; values?: Values; comment?: string; locationId?: string }

export function loopsOf(kontuar: TestKontuar, desk: AskingOrganization) {
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => kontuar.platform.db.write(desk.org.orgId, work)
  const ask = async (role: Role, method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: object) => kontuar.ask(method, path, body, await kontuar.tokenOf(role, desk.org))
  const matter = () => write((tx) => buildMatter(tx, desk.mailboxId))
  const answer = (given: GivenAnswer): Promise<string> => write(async (tx) => {
    const id = newId()
    await tx.query(
      `insert into answer (org_id, id, survey_id, version, road, customer_id, ticket_id, language, values, state, metric, score, scale_min, scale_max, tone, comment, at, imported, invitation_id, location_id) values ($1, $2, $3, 1, 'email', $4, $5, 'pl', $6, 'finished', 'nps', $7, 0, 10, $8, $9, $10, $11, $12, $13)`,
      [tx.orgId, id, given.surveyId ?? desk.surveyId, given.customerId ?? null, given.ticketId ?? null, JSON.stringify(given.values ?? {}), given.score ?? 2, given.tone ?? 'low', given.comment ?? null, given.at ?? new Date(), given.imported ?? false, given.invitationId ?? null, given.locationId ?? null])
    return id
  })
  const entry = (ticketId: string, customerId: string, given: { at: Date; kind?: string; direction?: string; byPerson?: boolean; automatic?: boolean }): Promise<string> => write(async (tx) => {
    const id = newId()
    await tx.query(`insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, text, staff_id, automatic) values ($1, $2, $3, $4, $5, $6, 'phone', $7, 'x', $8, $9)`,
      [tx.orgId, id, ticketId, customerId, given.kind ?? 'call', given.direction ?? 'out', given.at, given.byPerson === false ? null : desk.org.staff.agent.staffId, given.automatic ?? false])
    return id
  })
  const judge = (...ids: string[]) => write((tx) => judgeAnswers(tx, ids))
  const loops = async (): Promise<Recovery[]> => (await ask('administrator', 'GET', '/recoveries')).body.items
  const cause = async (): Promise<string> => (await ask('administrator', 'POST', '/causes', { name: `Przyczyna ${newId()}` })).body.id
  async function opened(given: GivenAnswer = {}): Promise<{ loop: Recovery; ticketId: string; customerId: string }> {
    const { ticketId, customerId } = await matter()
    await judge(await answer({ ticketId, customerId, ...given }))
    return { loop: (await loops()).find((l) => l.customer.id === customerId)!, ticketId, customerId }
  }
  const close = async (id: string, body: object = {}) => ask('manager', 'POST', `/recoveries/${id}/close`, { as: 'solved', causeId: await cause(), remedy: 'Wysłano nowe buty.', ...body })
  /** Askings of the second question, the first one first. */
  const askings = (id: string) => write((tx) => tx.query<{ invitation_id: string; survey_id: string; state: string; reason: string | null; send_at: Date }>(
    'select k.invitation_id, i.survey_id, i.state, i.reason, i.send_at from recovery_asking k join survey_invitation i on i.org_id = k.org_id and i.id = k.invitation_id where k.org_id = $1 and k.recovery_id = $2 order by k.n', [tx.orgId, id]))
  async function solved(given: GivenAnswer = {}) {
    const found = await opened(given)
    const closed = await close(found.loop.id)
    if (closed.status !== 200) throw new Error(closed.text)
    return { ...found, asking: (await askings(found.loop.id))[0]! }
  }
  const settings = async (change: object) => {
    const changed = await ask('administrator', 'PUT', '/recovery-settings', { ...(await ask('administrator', 'GET', '/recovery-settings')).body, ...change })
    if (changed.status !== 200) throw new Error(changed.text)
  }
  return { write, ask, matter, answer, entry, judge, loops, cause, opened, close, askings, solved, settings }
}
export type Loops = ReturnType<typeof loopsOf>
