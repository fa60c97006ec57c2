export const tickets = {
  title: 'Zgłoszenia',
}
