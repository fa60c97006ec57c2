export function withLock<T>(work: () => Promise<T>, path?: string): Promise<T>
export function startOf(pid: number | undefined): string | null
