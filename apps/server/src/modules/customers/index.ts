// Customers: the people who contact us and the addresses they are known by.
// Must never merge two people by itself, and never overwrite a name that a person typed.
import type { Module } from '../../platform/module.ts'
import { customerRoutes } from './routes.ts'

export { emailKey } from './rules/address-key.ts'
export { learnCustomers, type KnownCustomer, type Sender } from './commands/learn-customers.ts'

export const customersModule: Module = { routes: customerRoutes }
