// The form of a rule while it is being made. What is typed survives a closed window, together with the back-test that was asked for it.
import type { AlertRule } from '@kontuar/contracts'
import { useState } from 'react'
import { useMe } from '../../../../api/me.ts'
import { faultsOf, valuesOf, type Fault, type RuleValues } from './rule-values.ts'

/** The back-test that was asked for, and of what: a rule that was changed since is another one. */
interface Asked { id: string; of: string }
interface Kept { values: RuleValues; asked: Asked | null; /** Which state of the rule was changed. */ since: string | null }

export interface RuleForming {
  values: RuleValues
  change: (part: Partial<RuleValues>) => void
  /** With the dimensions of the metric: what it cannot be cut by is a fault. */
  faults: (dimensions?: readonly string[]) => readonly Fault[]
  /** A field is held to its bounds once it has been left, and all of them after the first try to save. */
  left: (fault: Fault) => void
  shows: (fault: Fault) => boolean
  tried: boolean
  tryAll: () => void
  asked: Asked | null
  ask: (asked: Asked) => void
  /** Found from another time. */
  restored: boolean
  discard: () => void
}

export function useRuleForm(rule: AlertRule | null, begin: RuleValues | null): RuleForming {
  const me = useMe().staff.id
  const key = `kontuar.alertRule.${me}.${rule?.id ?? 'new'}`
  const since = rule?.updatedAt ?? null
  const [{ state, restored }, setAll] = useState<{ state: Kept; restored: boolean }>(() => {
    const kept = begin === null ? read(key, since) : null
    const values = begin ?? valuesOf(rule)
    // A back-test that was only asked for has changed nothing.
    return { state: kept ?? { values, asked: null, since }, restored: kept !== null && JSON.stringify(kept.values) !== JSON.stringify(values) }
  })
  const [tried, setTried] = useState(false)
  const [leftOnes, setLeft] = useState<ReadonlySet<Fault>>(new Set())
  const put = (part: (before: Kept) => Partial<Kept>) => setAll((before) => {
    const next = { ...before.state, ...part(before.state) }
    write(key, next)
    return { ...before, state: next }
  })
  const { values, asked } = state
  return {
    values, asked, restored, tried,
    change: (part) => put((before) => ({ values: { ...before.values, ...part } })),
    faults: (dimensions) => faultsOf(values, dimensions),
    left: (fault) => setLeft((before) => new Set([...before, fault])),
    shows: (fault) => tried || leftOnes.has(fault),
    tryAll: () => setTried(true),
    ask: (next) => put(() => ({ asked: next })),
    discard: () => write(key, null),
  }
}

function read(key: string, since: string | null): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    // Somebody has changed the rule meanwhile: what was begun of the old one is no change of this one.
    return kept !== null && kept.since === since && typeof kept.values?.kind === 'string' ? { ...kept, values: { ...valuesOf(null), ...kept.values } } : null
  } catch {
    return null
  }
}

function write(key: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing: the form itself still does while it is open.
  }
}
