// Figures for Prometheus at /metrics. Labels hold routes and codes, never ids or addresses.
import type { FastifyInstance } from 'fastify'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export const registry = new Registry()
collectDefaultMetrics({ register: registry, prefix: 'kontuar_' })

export const counter = (name: string, help: string, labelNames: string[] = []) => new Counter({ name: `kontuar_${name}`, help, labelNames, registers: [registry] })

const requests = new Histogram({
  name: 'kontuar_http_request_seconds', help: 'Time to answer a request, seconds.', labelNames: ['method', 'route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers: [registry],
})

export function measureRequests(app: FastifyInstance) {
  app.addHook('onResponse', async (request, reply) => {
    requests.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
}
