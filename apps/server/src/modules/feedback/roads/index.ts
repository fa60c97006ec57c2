// Roads without an invitation: links, QR codes and posters, surveys on websites, kiosks. Must never change a code that hangs on a
// wall, nor lose or double an answer that a kiosk held while it had no network.
import type { FastifyInstance } from 'fastify'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { kioskPages } from './kiosks/pages.ts'
import { kioskRoutes } from './kiosks/routes.ts'
import { linkRoutes } from './links/routes.ts'
import { printRoutes } from './print/routes.ts'
import { websitePages } from './website/pages.ts'

export function roadRoutes(implement: Implement, platform: Platform): void {
  linkRoutes(implement, platform)
  printRoutes(implement, platform)
  kioskRoutes(implement, platform)
}

export function roadPages(app: FastifyInstance, platform: Platform): void {
  kioskPages(app, platform)
  websitePages(app, platform)
}
