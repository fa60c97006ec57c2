export const customers = {
  title: 'Klienci',
}
