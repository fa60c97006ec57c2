// Where the keyboard goes on after an act: what it leads to is not on the screen yet when it is wished for.
import type { At } from './builder-context.ts'

export type Where = 'field' | 'row'

export interface FocusWish {
  wish(at: At, where: Where): void
  /** True once, when this is what was wished for. */
  take(at: At, where: Where): boolean
}

export function createFocusWish(): FocusWish {
  let wished: { at: At; where: Where } | null = null
  return {
    wish: (at, where) => { wished = { at, where } },
    take(at, where) {
      if (wished?.at !== at || wished.where !== where) return false
      wished = null
      return true
    },
  }
}
