export function findGaps(packages: Record<string, { optionalDependencies?: Record<string, string> }>): string[]
