// The doors through which mail comes in: SMTP, where it is sent to us, and IMAP, where we fetch it.
import { join } from 'node:path'
import type { Platform } from '../../platform/platform.ts'
import { startImap } from './imap/start-imap.ts'
import { startSmtp } from './smtp/start-smtp.ts'
import { clearUnfinished } from './storing/clear-unfinished.ts'

export interface MailService {
  smtpPort: number
  stop(): Promise<void>
}

export async function startMailService(platform: Platform): Promise<MailService> {
  await clearUnfinished(join(platform.config.dataDir, 'incoming'))
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
