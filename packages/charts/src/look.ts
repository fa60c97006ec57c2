// Colours and letters of charts, by what they are for. Those of the screens (a test of the workspace holds them to its tokens);
// mails and papers are drawn in the light ones. Lines differ by dash and symbol too: colour is never alone.

export interface Look {
  ground: string; ink: string; soft: string; faint: string; line: string; lineStrong: string; sunken: string
  accent: string
  /** Where a value usually lies. */
  band: string
  good: string; bad: string; quiet: string
  /** At most three lines stand in one chart. */
  series: readonly [string, string, string]
  /** From few to many, by lightness alone, so that it reads in any kind of colour sight. */
  ramp: readonly string[]
  font: string
}

const font = "'Inter Variable', Inter, system-ui, sans-serif"
export const lightLook: Look = {
  ground: '#ffffff', ink: '#211f1b', soft: '#5f5a52', faint: '#736c63', line: '#e8e3db', lineStrong: '#d5cec3', sunken: '#f4f1ec',
  accent: '#0f5c59', band: '#12827d', good: '#275d30', bad: '#a82c22', quiet: '#7a7369',
  series: ['#0f5c59', '#b0760f', '#6d4fb0'], ramp: ['#eef6f5', '#b5d8d5', '#5fada8', '#1f7773', '#083836'], font,
}
export const darkLook: Look = {
  ground: '#1e1d1a', ink: '#ece8e2', soft: '#b0a99f', faint: '#968f85', line: '#2e2b27', lineStrong: '#433f39', sunken: '#131210',
  accent: '#6cc0ba', band: '#5fb8b2', good: '#86c78f', bad: '#f0897e', quiet: '#968f85',
  series: ['#6cc0ba', '#e3b15c', '#b09ae8'], ramp: ['#1c2a29', '#1f504d', '#2f817c', '#6cc0ba', '#d3eeeb'], font,
}

/** A colour thinned on its ground. Not by opacity, which the words beside a bar would take over from it. */
export function thinned(colour: string, ground: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * share + Number.parseInt(ground.slice(at, at + 2), 16) * (1 - share)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
