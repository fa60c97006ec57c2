// The address of a list of tickets. Apart from the list itself, so that routes do not load its rows.
export { defaultView, isBuiltIn, scopes, sorts, type Scope, type Sort, type TicketSearch, type View } from '../list/ticket-search.ts'
