import { uploadFile, type UploadedFile } from '@kontuar/contracts'
import { api } from '../../../../api/api.ts'

/** A file is sent as it is: the server knows the alphabets of older programs. */
export function upload(file: File): Promise<UploadedFile> {
  const form = new FormData()
  form.append('file', file, file.name)
  return api(uploadFile, { form } as never)
}

/** The beginning of a file as text; what is not UTF-8 is read as old Polish Windows wrote it, which is enough to look at. */
export async function beginningOf(file: File, bytes = 200_000): Promise<string> {
  const beginning = new Uint8Array(await file.slice(0, bytes).arrayBuffer())
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true })
  } catch {
    return new TextDecoder('windows-1250').decode(beginning)
  }
}
