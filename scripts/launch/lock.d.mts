export function withLock<T>(work: (noteHelper: (pid: number) => void) => Promise<T>, path?: string): Promise<T>
export function startOf(pid: number | undefined): string | null
