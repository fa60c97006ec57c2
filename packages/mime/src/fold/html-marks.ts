/**
 * Classes and ids by which mail programs mark the earlier mail and the signature in their HTML.
 * Lower case; ids stand here without the prefix sanitising gives them; Outlook's "x_" is ignored.
 */

/** An element with this class is an earlier mail, whole. */
export const QUOTE_CLASSES: ReadonlySet<string> = new Set([
  'gmail_quote', 'gmail_quote_container', 'gmail_extra', 'yahoo_quoted', 'ymail_quoted', 'protonmail_quote', 'zmail_extra', 'tutanota_quote', 'moz-cite-prefix', 'moz-email-headers-table', 'outlookmessageheader', 'front-blockquote', 'mailru-blockquote', 'onet_quote', 'nh_extra', 'wp_quote', 'interia_quote', 'quotedtext', 'mail_quote', 'mail-quote', 'email-quote', 'hey_quote', 'spark-quote', 'airmail_on', 'bloop_original_html', 'clean_bq', 'replymessage', 'wm-quote', 'mcntquote',
]);

/** From an element with this id on, all its siblings are the earlier mail. */
export const QUOTE_START_IDS: ReadonlySet<string> = new Set(['appendonsend', 'divrplyfwdmsg', 'stopspelling', 'mail-editor-reference-message-container', 'isforwardcontent', 'reply-intro', 'olk_src_body_section', 'replysplit', 'origbody', 'original-message']);

/** An element with this class or id is a signature, whole. */
export const SIGNATURE_MARKS: ReadonlySet<string> = new Set([
  'gmail_signature', 'gmail_signature_prefix', 'moz-signature', 'signature', 'ms-outlook-mobile-signature', 'protonmail_signature_block', 'applemailsignature', 'yahoo-signature', 'ymail_android_signature', 'mail-signature', 'email-signature', 'zmail_signature_below', 'tutanota_signature', 'mailru-signature', 'wm-signature', 'onet_signature', 'wp_signature', 'bloop_sign', 'composer_default_font_signature', 'signaturecontainer', 'ymail_signature',
]);

/** Rules Outlook draws above its header block, as declarations without spaces. */
export const OUTLOOK_RULE = /border-top:(?:solid#?(?:e1e1e1|b5c4df|cccccc|c4c4c4)1\.0pt|1\.0pt?solid#?(?:e1e1e1|b5c4df)|solid(?:windowtext|black)?#?(?:e1e1e1|b5c4df))/i;
