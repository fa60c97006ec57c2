export function judge(name: string): { word: string; instead: string } | null
export function checkWords(): boolean
