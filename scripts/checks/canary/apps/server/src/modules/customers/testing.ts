export const buildCustomer = 1
