// eslint-disable-next-line -- replaced by `npm run generate`
export type DB = Record<string, Record<string, any>>
