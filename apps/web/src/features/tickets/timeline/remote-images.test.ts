// Guards the offer "show remote images": it appears when there are some, and not for our own pictures.
import { expect, it } from 'vitest'
import { hasRemoteImages } from './remote-images.ts'

it.each([
  ['<img width="1" src="https://t.example/p.gif">', true],
  ["<IMG SRC='//cdn.example/a.png'>", true],
  ['<img srcset="https://cdn.example/a.png 2x">', true],
  ['<td background="http://cdn.example/b.png">', true],
  ['<div style="background:url(&quot;https://cdn.example/b.png&quot;)">', true],
  ['<img src="cid:logo"><img src="/api/v1/attachments/7"><img src="data:image/png;base64,AA">', false],
  ['<a href="https://example.com">picture</a>', false],
])('%s: %s', (html, remote) => expect(hasRemoteImages(html)).toBe(remote))
