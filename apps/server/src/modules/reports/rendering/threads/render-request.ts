import type { FilledReport } from '@kontuar/contracts'
import type { PrintErrorCode } from '../../../../platform/print/print-error.ts'
import type { ReportMail } from '../mail/render-mail.ts'

export type RenderRequest = { as: 'pdf'; report: FilledReport; logo: Uint8Array | null } | { as: 'xlsx'; report: FilledReport } | { as: 'mail'; report: FilledReport }
export type RenderAnswer = { pdf: Uint8Array } | { xlsx: Uint8Array } | { mail: ReportMail } | { failed: string; print: { code: PrintErrorCode; field: string } | null }
