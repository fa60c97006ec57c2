import type { Viewer } from '@kontuar/contracts'

/** Names of the others, each once (a person may have two windows): who writes, and who only looks. */
export function othersHere(viewers: readonly Viewer[], me: string): { writing: string[]; viewing: string[] } {
  const others = new Map<string, Viewer>()
  for (const viewer of viewers) if (viewer.staffId !== me && others.get(viewer.staffId)?.state !== 'writing') others.set(viewer.staffId, viewer)
  const named = (state: Viewer['state']) => [...others.values()].filter((viewer) => viewer.state === state).map(({ name }) => name)
  return { writing: named('writing'), viewing: named('viewing') }
}
