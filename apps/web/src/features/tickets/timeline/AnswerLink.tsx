import type { Rating } from '@kontuar/contracts'
import { Link, type LinkProps } from '@tanstack/react-router'

/** The way to a whole answer. */
export function AnswerLink({ rating, ...rest }: { rating: Rating } & Pick<LinkProps, 'children'> & { className?: string | undefined; 'data-direction'?: string }) {
  return <Link to="/feedback/answers/$answerId" params={{ answerId: rating.answerId }} search={{}} {...rest} />
}
