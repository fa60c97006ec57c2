// Guards that a preview keeps its looks and carries nothing the workspace's policy would refuse.
import { expect, test } from 'vitest'
import { framePage } from './frame-html.ts'

test('styles are taken out, attributes renamed, scripts gone, words untouched', () => {
  const { html, sheets } = framePage('<!doctype html><html><head><link rel="icon" href="data:,"><style>a{color:red}</style><style media="x">b{}</style></head><body><p class="a" style="color: red">style="x" &lt;style&gt;</p><td bgcolor="#fff" style=\'width:1px\'></td><script>alert(1)</script></body></html>')
  expect(sheets).toEqual(['a{color:red}', 'b{}'])
  expect(html).toBe('<!doctype html><html><head></head><body><p class="a" data-style="color: red">style="x" &lt;style&gt;</p><td bgcolor="#fff" data-style=\'width:1px\'></td></body></html>')
})

test('what is no page stays what it is', () => {
  expect(framePage('')).toEqual({ html: '', sheets: [] })
})
