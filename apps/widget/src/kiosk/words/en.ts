import type { KioskWords } from './words.ts'

export const en: KioskWords = {
  begin: 'Begin',
  skip: 'Skip',
  stillThere: 'We are about to start over. Touch the screen to go on answering.',
  offline: 'No network. Answers waiting to be sent: {n}',
  retired: { title: 'This kiosk address no longer works', text: 'Open the new address of the kiosk on this device. You find it in the settings.' },
  held: 'Answers waiting on this device: {n}. They are sent once the kiosk is switched on again, or its new address is opened here.',
  forget: 'Delete these answers',
  forgetSure: 'Delete for ever: touch once more',
  needsScript: 'The kiosk works only with JavaScript. Switch it on in the settings of the browser.',
}
