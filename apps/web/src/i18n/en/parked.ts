export const parked = {
  title: 'Parked mail',
}
