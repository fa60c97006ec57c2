export const entry = {
  title: 'Вход',
}
