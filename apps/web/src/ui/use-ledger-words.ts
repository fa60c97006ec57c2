// What the program notes in a ledger beside a sending, in the words of whoever reads it. What a mail server or gateway of others said stands as
// it was said. Catalogue: ledger.
import { useTranslation } from 'react-i18next'
import { ledgerParts } from './ledger-parts.ts'

/** Exported for the test that lays it beside what the server writes. */
export const known = {
  'no browser of theirs takes it': 'noBrowser',
  'switched off in their settings': 'switchedOff',
  'switched off in their settings, or not theirs to see': 'notTheirs',
  'somebody has it already': 'somebodyHasIt',
  'resolved before it was told': 'resolvedBefore',
  'over by itself': 'over',
  'nothing of it is there any more': 'gone',
  'the server did not confirm it: it may be missing': 'unconfirmed',
  'paused by the person': 'pausedByPerson',
  'no phone number in their settings': 'noPhone',
  'The place was switched off or retired before it was told.': 'placeOff',
  'The program was stopped while it was being told: it may have arrived, and is not sent again.': 'hookUnsure',
  'No mailbox can send: set up the sending server of one.': 'noMailbox',
  'Outgoing mail is held by the brake.': 'brake',
  'The address is that of a mailbox of the organization.': 'ownMailbox',
  'taken over by another process': 'elsewhere',
  'There is no gateway for text messages: set one up in the settings.': 'noGateway',
  'The program was stopped while the gateway was taking the message: it may have been sent, and is not sent again.': 'smsUnsure',
  'Outgoing messages are held by the brake.': 'smsBrake',
  'The gateway rests.': 'gatewayRests',
  'Nothing happened in what it is about.': 'nothingHappened',
  'The mail server took it and did not answer: it may have arrived.': 'mailUnsure',
  'The report has been put away.': 'reportGone',
  'The report has been switched off.': 'reportOff',
  'They are no recipient of this report any more.': 'noRecipient',
  'They may not sign in any more.': 'noSignIn',
  'They have paused it.': 'paused',
  'Mail to this address came back before: write another, or try this one again.': 'bouncedBefore',
  'The program stopped while the mail server took it: it may have arrived. Ask before you send it again.': 'reportUnsure',
  'It reaches nobody: no recipient is left.': 'nobody',
} as const
type Known = keyof typeof known
const isKnown = (detail: string): detail is Known => Object.hasOwn(known, detail)

/** Of what was sent only what its reader should know: the rest is for whoever looks for a fault. */
export function useLedgerWords(): (noted: { state: string; detail: string | null } | null) => string | null {
  const { t } = useTranslation('ledger')
  return (noted) => {
    if (noted === null || noted.detail === null) return null
    if (isKnown(noted.detail)) return noted.state === 'sent' && known[noted.detail] !== 'unconfirmed' ? null : t(known[noted.detail])
    if (noted.state === 'sent') return null
    const parts = ledgerParts(noted.detail)
    return parts === null ? noted.detail : t(parts.key, parts)
  }
}
