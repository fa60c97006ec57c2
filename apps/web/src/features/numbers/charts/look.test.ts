// Guards that charts have the colours of the screens: the looks repeat the tokens, since a package knows no style sheet.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { darkLook, lightLook, type Look } from '@kontuar/charts'

const names: Partial<Record<keyof Look, string>> = { ground: 'surface', ink: 'ink', soft: 'ink-soft', faint: 'ink-faint', line: 'line', lineStrong: 'line-strong', sunken: 'sunken', accent: 'accent-text', band: 'mark-teal', good: 'green', bad: 'red', quiet: 'mark-grey' }
const tokens = readFileSync(new URL('../../../theme/tokens.css', import.meta.url), 'utf8')
const [light, dark] = tokens.split("[data-mantine-color-scheme='dark']")

test.each([['light', lightLook, light], ['dark', darkLook, dark]] as const)('the %s look has the colours of the tokens', (_, look, css) => {
  for (const [part, token] of Object.entries(names)) expect(css, `${part} is --k-${token}`).toContain(`--k-${token}: ${look[part as 'ink']};`)
})
