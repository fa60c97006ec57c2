/**
 * Words of lines that part a mail from what lies below it. Lower case; dashes, stars and spaces
 * around them are taken off before comparing.
 */

/** Below lies the mail that is answered. */
export const ORIGINAL_MESSAGE: readonly string[] = [
  'original message', 'original mail', 'original email', 'original e-mail', 'original appointment', 'reply message', 'original message follows', 'previous message', 'replied message',
  'oryginalna wiadomość', 'wiadomość oryginalna', 'treść oryginalnej wiadomości', 'oryginalny list', 'pierwotna wiadomość', 'oryginalna wiadomosc', 'wiadomość początkowa', 'wiadomość źródłowa',
  'исходное сообщение', 'оригинальное сообщение', 'исходное письмо', 'оригинал сообщения', 'первоначальное сообщение', 'вихідне повідомлення', 'оригінальне повідомлення', 'початкове повідомлення',
  'ursprüngliche nachricht', 'originalnachricht', 'original-nachricht', 'ursprüngliche mail', 'ursprüngliche e-mail', 'originale nachricht', 'antwort nachricht', 'originalmail',
  "message d'origine", 'message d’origine', 'message original', 'message initial', 'mensaje original', 'messaggio originale', 'messaggio di origine', 'mensagem original', 'oorspronkelijk bericht', 'origineel bericht', 'origineel e-mailbericht',
  'původní zpráva', 'pôvodná správa', 'původní e-mail', 'ursprungligt meddelande', 'originalmeddelande', 'oprindelig meddelelse', 'oprindelig besked', 'original meddelelse', 'opprinnelig melding', 'original melding', 'alkuperäinen viesti', 'eredeti üzenet',
  '元のメッセージ', '元のメール', 'オリジナルメッセージ', '原始邮件', '原始郵件', '原邮件', '原始信件', '回复的原邮件', '邮件原件', '원본 메시지', '원본 메일',
];

/** Below lies a mail passed on: it is news to the reader, so it stays visible. */
export const FORWARDED_MESSAGE: readonly string[] = [
  'forwarded message', 'forwarded mail', 'forwarded email', 'begin forwarded message', 'begin forwarded mail', 'forwarded by', 'start of forwarded message',
  'wiadomość przekazana', 'przekazana wiadomość', 'początek przekazywanej wiadomości', 'początek przekazanej wiadomości', 'przekazana wiadomosc', 'treść przekazanej wiadomości', 'przekazywana wiadomość', 'wiadomość przekazana dalej', 'przesłana dalej wiadomość', 'treść przekazywanej wiadomości', 'przesłana wiadomość',
  'пересылаемое сообщение', 'пересланное сообщение', 'начало переадресованного сообщения', 'начало пересылаемого сообщения', 'перенаправленное сообщение', 'конец пересылаемого сообщения', 'переслане повідомлення', 'початок листа, що пересилається', 'пересланное письмо',
  'weitergeleitete nachricht', 'anfang der weitergeleiteten nachricht', 'weitergeleitet von', 'weitergeleitete mail', 'beginn der weitergeleiteten nachricht',
  'message transféré', 'message transmis', 'début du message transféré', 'début du message réexpédié', 'mensaje reenviado', 'inicio del mensaje reenviado', 'messaggio inoltrato', 'inizio messaggio inoltrato', 'mensagem encaminhada', 'mensagem reencaminhada', 'início da mensagem encaminhada', 'início da mensagem reencaminhada',
  'doorgestuurd bericht', 'begin doorgestuurd bericht', 'přeposlaná zpráva', 'přeposlaný e-mail', 'začátek přeposílané zprávy', 'vidarebefordrat meddelande', 'vidarebefordrat brev', 'videresendt meddelelse', 'videresendt besked', 'start på videresendt besked', 'videresendt melding', 'begynnelse på videresendt melding', 'välitetty viesti', 'edelleenlähetetty viesti', 'välitetty viesti alkaa',
  '転送されたメッセージ', '転送メッセージ', 'begin forwarded message', '转发的邮件', '转发邮件信息', '已转发邮件', '轉寄郵件', '轉寄的郵件', '전달된 메시지',
];

/** Written by help desks: all below is their own earlier mail. Compared as parts of a line. */
export const REPLY_ABOVE: readonly string[] = [
  'reply above this line', 'type your reply above this line', 'reply above the line', 'please reply above this line', 'write above this line', 'reply to this email above this line',
  'odpowiedz powyżej tej linii', 'odpowiedź powyżej tej linii', 'prosimy odpowiadać powyżej tej linii', 'prosimy o odpowiedź powyżej tej linii', 'pisz powyżej tej linii', 'odpowiedź proszę wpisać powyżej tej linii', 'proszę odpowiadać powyżej tej linii', 'napisz odpowiedź powyżej tej linii',
  'пишите ответ выше этой линии', 'ответ выше этой линии', 'введите ответ выше этой строки', 'ответьте выше этой линии', 'пишите выше этой линии', 'ответ пишите выше этой строки', 'пишите ответ выше этой строки',
  'bitte antworten sie oberhalb dieser zeile', 'antwort oberhalb dieser linie', 'antworten sie über dieser linie', 'bitte oberhalb dieser linie antworten', 'bitte antworten sie über dieser linie',
  'répondez au-dessus de cette ligne', 'veuillez répondre au-dessus de cette ligne', 'responda por encima de esta línea', 'rispondi sopra questa riga', 'responda acima desta linha', 'antwoord boven deze regel',
];
