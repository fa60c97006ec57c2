// Guards that the committed variables are those of the theme: run `node dev/write-theme-css.ts` after a change of theme.ts.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { themeVariables } from './theme-variables.ts'

test('mantine-variables.css is what theme.ts says', () => {
  expect(readFileSync(new URL('./mantine-variables.css', import.meta.url), 'utf8')).toBe(themeVariables())
})
