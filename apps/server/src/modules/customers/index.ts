// Customers: the people who contact us, the addresses they are known by, and the companies they work for.
// Must never merge two people by itself, and never overwrite a name that a person typed.
import type { Module } from '../../platform/module.ts'
import { companyRoutes } from './companies/routes.ts'
import { customerRoutes } from './routes.ts'

export { startsWith } from './rules/starts-with.ts'
export { emailKey } from './rules/address-key.ts'
export { phoneKey } from '../identity/index.ts'
export { learnPerson, type DescribedPerson } from './commands/learn-person.ts'
export { learnPeople, type NamedPerson } from './commands/learn-people.ts'
export { learnCustomers, type KnownCustomer, type Sender } from './commands/learn-customers.ts'

export const customersModule: Module = {
  routes: (implement, platform) => {
    customerRoutes(implement, platform)
    companyRoutes(implement, platform)
  },
}
