export const mailboxes = {
  title: 'Mailboxes',
}
