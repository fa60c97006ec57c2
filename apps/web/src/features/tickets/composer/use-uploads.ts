import { getFile, type UploadedFile } from '@kontuar/contracts'
import { useRef, useState } from 'react'
import { apiPath } from '../../../api/api.ts'
import { randomId } from '../../../api/random-id.ts'
import { sendFile } from './upload-file.ts'

export interface Upload { key: string; name: string; type: string; size: number; progress: number; done: UploadedFile | null; error: unknown; inline: boolean }

const isPicture = (file: File) => /^image\/(?:png|jpeg|gif|webp)$/.test(file.type)
export const fileAddress = (id: string): string => apiPath(getFile, { id })

const known = (file: UploadedFile, html: string): Upload => ({ key: file.id, name: file.name, type: file.type, size: file.size, progress: 1, done: file, error: null, inline: html.includes(fileAddress(file.id)) })

/** Files on their way up and those that are there. `placeInline` puts a picture into the text once it is there. */
export function useUploads(placeInline: (address: string, name: string) => void) {
  const [list, setList] = useState<readonly Upload[]>([])
  const running = useRef(new Map<string, AbortController>())
  const change = (key: string, part: Partial<Upload>) => setList((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)))

  const start = async (file: File, inline: boolean) => {
    const key = randomId()
    const control = new AbortController()
    running.current.set(key, control)
    setList((before) => [...before, { key, name: file.name, type: file.type, size: file.size, progress: 0, done: null, error: null, inline }])
    try {
      const done = await sendFile(file, (progress) => change(key, { progress }), control.signal)
      if (control.signal.aborted) return
      change(key, { done, progress: 1 })
      if (inline) placeInline(fileAddress(done.id), file.name)
    } catch (error) {
      if (!control.signal.aborted) change(key, { error })
    } finally {
      running.current.delete(key)
    }
  }
  return {
    list,
    /** Pictures go into the text where `inline` is wished, everything else beside it. */
    add: (files: Iterable<File>, inline: boolean) => {
      for (const file of files) void start(file, inline && isPicture(file))
    },
    remove: (key: string) => {
      running.current.get(key)?.abort()
      setList((before) => before.filter((each) => each.key !== key))
    },
    restore: (files: readonly UploadedFile[], html: string) => setList(files.map((file) => known(file, html))),
    clear: () => setList([]),
    busy: list.some(({ done, error }) => done === null && error === null),
    failed: list.some(({ error }) => error !== null),
  }
}

/** What goes along: attached files, and pictures that still stand in the text. */
export function filesToSend(list: readonly Upload[], html: string): UploadedFile[] {
  return list.flatMap(({ done, inline }) => (done && (!inline || html.includes(fileAddress(done.id))) ? [done] : []))
}
