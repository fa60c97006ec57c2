// Mantine's CSS variables for our theme as a stylesheet. Used by dev/write-theme-css.ts and its drift test only.
import { DEFAULT_THEME, convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import { theme } from './theme.ts'

const unusedPalettes = /^--mantine-color-(pink|grape|violet|indigo|blue|cyan|lime|yellow|orange)-/

export function themeVariables(): string {
  const resolved = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
  const used = (variables: Record<string, string>) => Object.fromEntries(Object.entries(variables).filter(([name]) => !unusedPalettes.test(name)))
  const css = convertCssVariables({
    variables: used(resolved.variables),
    light: { ...used(resolved.light), '--mantine-color-scheme': 'light' },
    dark: { ...used(resolved.dark), '--mantine-color-scheme': 'dark' },
  }, ':root')
  const lines = css.replace(/\s*([{};])\s*/g, '$1').replace(/[{;]/g, '$&\n').replace(/\}/g, '}\n')
  return `/* Written by dev/write-theme-css.ts from theme.ts. Do not edit. */\n@layer mantine {\n${lines}}\n`
}
