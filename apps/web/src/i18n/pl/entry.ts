export const entry = {
  title: 'Logowanie',
}
