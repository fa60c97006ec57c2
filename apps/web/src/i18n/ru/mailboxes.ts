export const mailboxes = {
  title: 'Почтовые ящики',
}
