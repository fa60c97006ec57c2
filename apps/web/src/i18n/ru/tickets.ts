export const tickets = {
  title: 'Обращения',
}
