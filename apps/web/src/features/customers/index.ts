// What other features show of a customer.
export { nameOf } from './customer-name.ts'
export { CustomerPanel } from './panel/CustomerPanel.tsx'
export { useCustomer } from './use-customer.ts'
