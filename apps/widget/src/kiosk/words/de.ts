import type { KioskWords } from './words.ts'

export const de: KioskWords = {
  begin: 'Los geht’s',
  skip: 'Überspringen',
  stillThere: 'Gleich beginnen wir von vorn. Bitte den Bildschirm berühren, um weiter zu antworten.',
  offline: 'Kein Netz. Antworten, die auf das Senden warten: {n}',
  retired: { title: 'Diese Kiosk-Adresse gilt nicht mehr', text: 'Bitte auf diesem Gerät die neue Adresse des Kiosks aus den Einstellungen öffnen.' },
  held: 'Antworten, die auf diesem Gerät warten: {n}. Sie werden gesendet, sobald der Kiosk wieder eingeschaltet oder seine neue Adresse hier geöffnet wird.',
  forget: 'Diese Antworten löschen',
  forgetSure: 'Endgültig löschen: noch einmal berühren',
  needsScript: 'Der Kiosk braucht JavaScript. Bitte in den Einstellungen des Browsers einschalten.',
}
