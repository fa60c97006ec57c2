// Results of metrics as chart options: one way of drawing for screens, mails and PDFs. Pure: no document, no React.
export {}
