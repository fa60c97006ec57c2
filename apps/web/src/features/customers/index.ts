// What other features show of a customer.
export { CustomerPanel } from './panel/CustomerPanel.tsx'
