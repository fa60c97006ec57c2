// Surveys as data: their format, their check, which questions are asked, what an answer may be. Pure; must never touch the page or the database.
export * from './definition.ts'
