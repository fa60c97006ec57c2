// Stands in for `typebox` in the browser bundle (see vite.config.ts). Contracts build their schemas while they load
// and read `.properties` of some; nothing here validates, that is the server's work.
const keep = (properties: unknown = {}) => ({ properties })
const nothing = () => ({ properties: {} })

export const Type = new Proxy({} as Record<string, (...given: unknown[]) => unknown>, {
  get: (_, name) => (name === 'Object' ? keep : name === 'Partial' || name === 'Omit' ? (schema: unknown) => schema : nothing),
})
