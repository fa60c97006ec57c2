// Roads without an invitation: links, QR codes and posters, surveys on websites, kiosks. Must never change a code that hangs on a
// wall, nor lose or double an answer that a kiosk held while it had no network.
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { linkRoutes } from './links/routes.ts'
import { printRoutes } from './print/routes.ts'

export function roadRoutes(implement: Implement, platform: Platform): void {
  linkRoutes(implement, platform)
  printRoutes(implement, platform)
}
