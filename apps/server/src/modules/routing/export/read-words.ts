// What ids and keys are called, once for a whole export.
import type { Tx } from '../../../platform/db/database.ts'

export interface Words {
  separator: ',' | ';'
  statuses: ReadonlyMap<string, string>; queues: ReadonlyMap<string, string>; locations: ReadonlyMap<string, string>; reasons: ReadonlyMap<string, string>; tags: ReadonlyMap<string, string>
  fields: readonly { id: string; name: string; show(value: unknown): unknown }[]
}

export async function readWords(tx: Tx): Promise<Words> {
  const names = async (text: string) => new Map((await tx.query<{ id: string; name: string }>(text, [tx.orgId])).map((r) => [r.id, r.name]))
  const [org, statuses, queues, locations, reasons, tags, fields] = await Promise.all([
    tx.query<{ locale: string }>('select locale from org where id = $1', [tx.orgId]),
    names('select key as id, name from ticket_status where org_id = $1'), names('select id, name from queue where org_id = $1'), names('select id, name from location where org_id = $1'),
    // A reason by its whole road: "Complaint / Defective goods".
    names(`select r.id, (select string_agg(a.name, ' / ' order by p.place) from unnest(r.path) with ordinality p (id, place) join reason a on a.org_id = r.org_id and a.id = p.id) as name from reason r where r.org_id = $1`),
    names('select id, name from tag where org_id = $1'),
    tx.query<{ id: string; name: string; options: { id: string; name: string }[] }>(`select id, name, options from custom_field where org_id = $1 and subject = 'ticket' order by position, name`, [tx.orgId]),
  ])
  return {
    separator: org[0]!.locale === 'en' ? ',' : ';', statuses, queues, locations, reasons, tags,
    fields: fields.map(({ id, name, options }) => {
      const optionNames = new Map(options.map((o) => [o.id, o.name]))
      return { id, name, show: (value) => optionNames.get(String(value)) ?? value }
    }),
  }
}
