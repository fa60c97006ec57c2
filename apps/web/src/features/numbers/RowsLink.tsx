import type { RowsWish } from '@kontuar/charts'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, type ReactNode } from 'react'
import { rowsOf, useScreen } from './screen-context.ts'
import classes from './rows-link.module.css'

/** `label` is said besides the number, on hover and to those who listen: what is seen stays its name (WCAG 2.5.3). */
interface Given { wish: RowsWish; counted?: boolean | undefined; className?: string | undefined; label?: string | undefined; children: ReactNode }

/** A number that opens the rows it counted, beside the screen. */
export function RowsLink({ wish, counted, className = classes.rows, label, children }: Given) {
  const rows = rowsOf(useScreen(), wish, counted)
  return <Link to="." search={((before: object) => ({ ...before, rows })) as never} resetScroll={false} preload={false} className={className} title={label}>{children}</Link>
}

/** The same for a point of a chart. */
export function useOpenRows(): (wish: RowsWish) => void {
  const screen = useScreen()
  const navigate = useNavigate()
  return useCallback((wish) => void navigate({ to: '.', search: ((before: object) => ({ ...before, rows: rowsOf(screen, wish) })) as never, resetScroll: false }), [screen, navigate])
}
