export const mailboxes = {
  title: 'Skrzynki pocztowe',
}
