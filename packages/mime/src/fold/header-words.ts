/**
 * Labels of the header block that Outlook, Zimbra, Samsung, Lotus Notes and others put above the
 * earlier mail, by what they mean. Lower case, without the colon. "sent" is a date that only mail
 * programs write; a plain "date" also occurs in letters, so it proves less.
 */
export type HeaderRole = 'from' | 'sent' | 'date' | 'to' | 'cc' | 'subject' | 'other';

export const HEADER_LABELS: Readonly<Record<HeaderRole, readonly string[]>> = {
  from: [
    'from', 'od', 'nadawca', 'от', 'отправитель', 'від', 'von', 'absender', 'de', 'expéditeur', 'remitente', 'da', 'mittente', 'van', 'från',
    'fra', 'lähettäjä', 'feladó', '差出人', '送信者', '发件人', '寄件人', '寄件者', '發件人', '보낸 사람', 'kimden', 'från',
  ],
  sent: [
    'sent', 'wysłano', 'wysłane', 'data wysłania', 'отправлено', 'дата отправки', 'надіслано', 'відправлено', 'gesendet', 'envoyé', 'envoyé le', "date d'envoi", 'enviado', 'enviado el', 'enviada', 'enviada em', 'enviado em',
    'inviato', 'verzonden', 'odesláno', 'odoslané', 'skickat', 'sendt', 'lähetetty', 'elküldve', '送信日時', '发送时间', '發送時間', '寄件日期', '傳送時間', '已发送', '보낸 날짜', 'gönderildi', 'sendt den',
    'sent at', 'sent on', 'data i godzina wysłania',
  ],
  date: ['date', 'message du', 'data', 'dnia', 'дата', 'datum', 'fecha', 'dato', 'päiväys', 'päivämäärä', 'pvm', '日付', '日時', '日期', '时间', '時間', 'dátum'],
  to: [
    'to', 'do', 'adresat', 'кому', 'an', 'à', 'a', 'pour', 'para', 'destinataire', 'destinatario', 'aan', 'komu', 'pro', 'till', 'til', 'vastaanottaja', 'címzett', '宛先', '收件人', '收件者', '받는 사람', 'kime',
  ],
  cc: ['cc', 'dw', 'do wiadomości', 'копия', 'копія', 'kopie', 'kopie (cc)', 'copie à', 'copia', 'kopi', 'kopia', 'kopio', 'bcc', 'udw', 'скрытая копия', 'cci', '抄送', '副本', '참조', 'másolat'],
  subject: [
    'subject', 'temat', 'тема', 'betreff', 'objet', 'sujet', 'asunto', 'oggetto', 'assunto', 'onderwerp', 'předmět', 'predmet', 'ämne', 'emne', 'aihe', 'tárgy', '件名', '主题', '主旨', '主題', '제목', 'konu',
  ],
  other: [
    'importance', 'priority', 'attachments', 'reply-to', 'reply to', 'ważność', 'priorytet', 'załączniki', 'важность', 'вложения', 'приоритет', 'wichtigkeit', 'priorität', 'anlagen', 'antwort an', 'importance', 'pièces jointes',
    'répondre à', 'importancia', 'datos adjuntos', 'responder a', 'priorità', 'allegati', 'rispondi a', 'risposta', 'prioriteit', 'bijlagen', 'odpowiedź do', 'odpowiedz do', 'organization', 'organizacja', 'sender', 'mailed-by', 'signed-by', 'message-id', 'list-id', 'ответить', 'кому ответить', 'newsgroups', 'security',
  ],
};
