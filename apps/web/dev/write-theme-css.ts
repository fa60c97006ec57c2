// Writes src/theme/mantine-variables.css from src/theme/theme.ts. At run time Mantine would put the same into a
// <style> element, which the content security policy forbids.
import { writeFileSync } from 'node:fs'
import { themeVariables } from '../src/theme/theme-variables.ts'

writeFileSync(new URL('../src/theme/mantine-variables.css', import.meta.url), themeVariables())
