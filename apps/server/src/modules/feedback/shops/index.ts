// Shops: purchases and deliveries as programs and webhooks tell them. Must never take one twice, nor anything that is not signed.
export { shopRoutes } from './routes.ts'
export { shopPages } from './pages.ts'
