// A browser's name and system from its User-Agent, enough for a person to recognise their own devices. Order matters:
// Edge and Opera also say Chrome, Chrome also says Safari.
const browsers: readonly [RegExp, string][] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/YaBrowser\//, 'Yandex'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: readonly [RegExp, string][] = [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux|X11/, 'Linux']]

/** "Chrome, Linux"; null when nothing in it is known. */
export function deviceName(userAgent: string | null): string | null {
  if (userAgent === null) return null
  const found = [browsers, systems].flatMap((table) => table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? [])
  return found.length > 0 ? found.join(', ') : null
}
