export const parked = {
  title: 'Отложенная почта',
}
