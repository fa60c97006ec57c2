// Embedded forms (an iframe with ?embed=1) become as tall as what stands in them.

export function fitFrames(host: string): void {
  addEventListener('message', ({ origin, source, data }: MessageEvent) => {
    if (origin !== host || typeof data !== 'object' || data === null) return
    const { height } = data as { height?: unknown }
    if (typeof height !== 'number' || !(height > 0)) return
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow !== source) continue
      frame.style.border = '0'
      frame.style.height = `${Math.min(height, 10_000)}px`
    }
  })
}
