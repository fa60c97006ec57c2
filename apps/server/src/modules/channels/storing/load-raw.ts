import { fileKey, type BlobStore } from '../../../platform/files/store.ts'

/** The original bytes, wherever they lie. */
export const loadRaw = (files: BlobStore, orgId: number, content: { raw: Buffer | null; sha256: string | null }): Promise<Buffer> =>
  content.raw !== null ? Promise.resolve(content.raw) : files.get(fileKey(orgId, content.sha256!))
