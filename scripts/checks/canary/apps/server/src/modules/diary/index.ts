import { customers } from '../customers/index.ts'

export const number = customers.length
