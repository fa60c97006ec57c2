export const customers = {
  title: 'Клиенты',
}
