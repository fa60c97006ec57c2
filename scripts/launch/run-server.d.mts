export function runServer(file: string, args: readonly string[]): void
export const memoryFlags: readonly string[]
export const memoryEnvironment: Readonly<Record<string, string>>
