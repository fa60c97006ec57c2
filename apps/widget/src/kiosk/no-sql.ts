// In the place of packages/conditions/src/json-sql.ts: a kiosk asks no database.
export const jsonSql = () => ''
