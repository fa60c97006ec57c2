/*
 * What a form sends, read without trusting a byte of it: names and values are texts in a list, never keys of an object. What
 * is too large is read to a limit, so that the page can come back with the beginning of what somebody wrote.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { GivenFile } from '../answering/index.ts'

export interface PostedForm {
  form: URLSearchParams
  /** By field name. */
  files: Map<string, GivenFile>
  /** More came than is read: nothing of it may be stored. */
  tooLarge: boolean
}

/** Of the largest honest page: several texts of 5,000 letters, each six bytes long as `%D1%8F`. */
const largestBody = 256 * 1024
/** Beyond this even reading on is refused. */
const endless = 4 * 1024 * 1024
/** A matrix of 30 rows, 60 questions with 60 options: no page has more fields. */
const mostFields = 5_000
/** Bytes; one more is read, so that a file that is too large is seen to be. */
const largestFile = 10 * 1024 * 1024
const largestFiles = 30 * 1024 * 1024

const nothing = (): PostedForm => ({ form: new URLSearchParams(), files: new Map(), tooLarge: false })

/** application/x-www-form-urlencoded; multipart/form-data is read by `readPosted`, once it is known that somebody may send files. */
export function readForms(scope: FastifyInstance): void {
  scope.removeContentTypeParser(['application/json', 'text/plain'])
  scope.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
    const chunks: Buffer[] = []
    let size = 0
    payload.on('data', (chunk: Buffer) => {
      if (size < largestBody) chunks.push(chunk.subarray(0, largestBody - size))
      size += chunk.length
      if (size > endless) {
        payload.removeAllListeners('data').removeAllListeners('end')
        payload.resume()
        done(Object.assign(new Error('The form is larger than anything that is read.'), { statusCode: 413 }))
      }
    })
    payload.on('end', () => done(null, parse(Buffer.concat(chunks), size > largestBody)))
    payload.on('error', done)
  })
}

function parse(body: Buffer, cut: boolean): PostedForm {
  // Bytes that are no UTF-8 become U+FFFD, here and behind every %.
  const form = new URLSearchParams(body.toString('utf8'))
  return form.size > mostFields ? { ...nothing(), tooLarge: true } : { form, files: new Map(), tooLarge: cut }
}

export async function readPosted(request: FastifyRequest): Promise<PostedForm> {
  if (!request.isMultipart()) return (request.body as PostedForm | undefined) ?? nothing()
  try {
    return await readParts(request)
  } catch (error) {
    // What busboy says of a missing boundary, a broken heading or an end too early carries no status; it is the sender's.
    throw Object.assign(error as Error, { statusCode: (error as { statusCode?: number }).statusCode ?? 400 })
  }
}

async function readParts(request: FastifyRequest): Promise<PostedForm> {
  const posted = nothing()
  let room = largestFiles
  // Its types leave out that a file cut at the limit may be no error (@fastify/multipart 10, README).
  const options = { throwFileSizeLimit: false, limits: { fileSize: largestFile + 1, files: 60, fields: mostFields, parts: mostFields + 60, fieldSize: 64 * 1024, fieldNameSize: 300 } } as Parameters<typeof request.parts>[0]
  for await (const part of request.parts(options)) {
    if (part.type === 'field') {
      posted.form.append(part.fieldname, typeof part.value === 'string' ? part.value : '')
      continue
    }
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size <= room) chunks.push(chunk)
    }
    // A browser sends an empty part for a field in which no file was chosen.
    if (size === 0 && (part.filename ?? '') === '') continue
    if (size > room) posted.tooLarge = true
    room -= size
    posted.files.set(part.fieldname, { bytes: Buffer.concat(chunks), name: part.filename ?? '' })
  }
  return posted
}
