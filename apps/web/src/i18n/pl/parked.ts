export const parked = {
  title: 'Odłożona poczta',
}
