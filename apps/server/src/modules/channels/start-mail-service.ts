// The doors through which mail comes in: SMTP, where it is sent to us, and IMAP, where we fetch it.
import type { Platform } from '../../platform/platform.ts'
import { startImap } from './imap/start-imap.ts'
import { startSmtp } from './smtp/start-smtp.ts'

export interface MailService {
  smtpPort: number
  stop(): Promise<void>
}

export async function startMailService(platform: Platform): Promise<MailService> {
  const smtp = await startSmtp(platform)
  const imap = await startImap(platform).catch(async (error: unknown) => {
    await smtp.stop()
    throw error
  })
  return {
    smtpPort: smtp.port,
    async stop() {
      await Promise.all([smtp.stop(), imap.stop()])
    },
  }
}
