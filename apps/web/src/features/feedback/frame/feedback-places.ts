/** The tabs of feedback as a whole. One place alone shows no tabs. A new part adds its line, and its word `place.…`. */
export const feedbackPlaces = [
  { to: '/feedback', label: 'place.surveys', exact: true },
  { to: '/feedback/answers', label: 'place.answers', exact: false },
  { to: '/feedback/quotes', label: 'place.quotes', exact: false },
  { to: '/feedback/touchpoints', label: 'place.touchpoints', exact: false },
  { to: '/feedback/invitations', label: 'place.invitations', exact: false },
] as const
