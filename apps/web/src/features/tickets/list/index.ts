// What Today, saved views and the board show in the manner of the ticket list.
export { fitting, template, useAllColumns, useColumns, usualColumns } from './columns.ts'
export { customerName } from './customer-name.ts'
export { groups, headingOf, withHeadings } from './headings.ts'
export { onOwnChange } from './open-lists.ts'
export { TicketCell } from './TicketCell.tsx'
export { TicketList } from './ticket-list.ts'
export { useNames, type Names } from './use-names.ts'
