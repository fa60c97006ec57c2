// Which organization a command means: the one it names, else the only one there is.
import type { Place } from '../modules/identity/index.ts'
import { listPlaces } from '../modules/identity/index.ts'
import { CommandError, type Installation } from './command.ts'

export async function chooseOrganization({ owner }: Installation, given: string | undefined): Promise<number> {
  const { rows } = await owner.query<{ id: number }>('select id from org order by id')
  if (rows.length === 0) throw new CommandError('There is no organization yet: create one with "organization create", or open the workspace in a browser.')
  if (given === undefined) {
    if (rows.length > 1) throw new CommandError(`There are several organizations: add --organization with one of ${rows.map((r) => r.id).join(', ')} (see "organization list").`)
    return rows[0]!.id
  }
  const found = rows.find((row) => String(row.id) === given)
  if (!found) throw new CommandError(`There is no organization ${given}: see "organization list".`)
  return found.id
}

/** Where a person works: in the organization named, else in the only one. */
export async function choosePlace({ db }: Installation, email: string, organization: string | undefined): Promise<Place> {
  const all = await listPlaces(db, email)
  if (all.length === 0) throw new CommandError(`Nobody here has the address ${email}: see "user list".`)
  const places = organization === undefined ? all : all.filter((place) => String(place.orgId) === organization)
  if (places.length === 0) throw new CommandError(`${email} does not belong to organization ${organization}: see "user list".`)
  if (places.length > 1) throw new CommandError(`${email} belongs to several organizations: add --organization with one of ${places.map((p) => p.orgId).join(', ')}.`)
  return places[0]!
}
