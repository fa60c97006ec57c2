// What a customer wishes of being asked, beside the customer.
export { AskingWish } from './AskingWish.tsx'
