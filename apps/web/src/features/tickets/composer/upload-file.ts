// An upload with progress, which fetch cannot report.
import { uploadFile as route, type UploadedFile } from '@kontuar/contracts'
import { apiPath } from '../../../api/api.ts'
import { ApiProblem, problemFrom } from '../../../api/problem.ts'
import { randomId } from '../../../api/random-id.ts'

/** Sends one file; `progress` hears 0–1. Throws {@link ApiProblem}. */
export function sendFile(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file, file.name)
    request.open(route.method, apiPath(route))
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', randomId())
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ApiProblem('unreachable', 0, 'unreachable'))
    request.onabort = () => reject(new ApiProblem('unreachable', 0, 'aborted'))
    request.onload = () => {
      const type = request.getResponseHeader('content-type') ?? 'text/plain'
      const answer = new Response(request.responseText, { status: request.status, headers: { 'content-type': type } })
      if (answer.ok) answer.json().then((file) => resolve(file as UploadedFile), () => reject(new ApiProblem('unreadable', request.status, 'unreadable')))
      else problemFrom(answer).then(reject, reject)
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
