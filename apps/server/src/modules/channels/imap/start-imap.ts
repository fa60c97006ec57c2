import type { Platform } from '../../../platform/platform.ts'

export async function startImap(_platform: Platform): Promise<{ stop(): Promise<void> }> {
  return { async stop() {} }
}
