// The organization's look as a printer takes it.
import type { Platform } from '../../../../platform/platform.ts'
import { fileKey } from '../../../../platform/files/store.ts'
import { readSettings } from '../../asking/index.ts'
import type { PrintStyle } from './poster-of-link.ts'

/** A WebP logo is for screens alone: on paper the organization's name stands in the foot instead. */
export async function readStyle({ db, files, publicUrl }: Platform, orgId: number): Promise<PrintStyle> {
  const { look, name } = await db.read(orgId, async (tx) => {
    const [org] = await tx.query<{ name: string }>('select name from org where id = $1', [orgId], 'organization-name')
    return { look: (await readSettings(tx)).look, name: org!.name }
  })
  const bytes = look.logo === null ? null : await files.get(fileKey(orgId, look.logo))
  return { organization: look.name ?? name, colour: look.colour, logo: bytes !== null && isPrintable(bytes) ? bytes : null, publicUrl: publicUrl() }
}

const isPrintable = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) || bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
