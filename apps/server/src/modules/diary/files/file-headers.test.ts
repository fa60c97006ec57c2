// Guards how a stranger's bytes leave our address: nothing of them may run in the workspace.
import { describe, expect, test } from 'vitest'
import { fileHeaders } from './file-headers.ts'

const of = (name: string, type: string) => fileHeaders({ name, type, size: 3, sha256: 'a'.repeat(64) })

describe('headers of a file', () => {
  test.each([['image/png', 'image/png', 'inline'], ['IMAGE/JPEG', 'image/jpeg', 'inline'], ['application/pdf', 'application/pdf', 'attachment'], ['image/svg+xml', 'application/octet-stream', 'attachment'], ['text/html', 'application/octet-stream', 'attachment'],
    ['text/plain; charset=utf-7', 'text/plain; charset=utf-8', 'inline'], ['application/javascript', 'application/octet-stream', 'attachment'], ['image/png\r\nX-Evil: 1', 'application/octet-stream', 'attachment'], ['', 'application/octet-stream', 'attachment']])(
    'type %j leaves as %s, %s', (type, content, kind) => {
      const headers = of('a', type)
      expect(headers['content-type']).toBe(content)
      expect(headers['content-disposition']).toMatch(new RegExp(`^${kind};`))
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining('sandbox') })
    })
  test.each([
    ['Umowa „żółta”.pdf', `filename="Umowa zota.pdf"; filename*=UTF-8''Umowa%20%E2%80%9E%C5%BC%C3%B3%C5%82ta%E2%80%9D.pdf`],
    ['a"b;c%.txt', `filename="a_b_c_.txt"; filename*=UTF-8''a%22b%3Bc%25.txt`],
    ['../../etc/passwd', `filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd`],
    ['x\r\nSet-Cookie: a=b', `filename="xSet-Cookie: a=b"; filename*=UTF-8''xSet-Cookie%3A%20a%3Db`],
    ['gpj.\u202eexe', `filename="gpj.exe"; filename*=UTF-8''gpj.exe`],
    ['\ud800', `filename="file"; filename*=UTF-8''%EF%BF%BD`],
    ['', `filename="file"; filename*=UTF-8''file`],
  ])('name %j cannot break out', (name, expected) => expect(of(name, 'x')['content-disposition']).toBe(`attachment; ${expected}`))
})
