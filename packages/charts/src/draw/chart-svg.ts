import type { ChartOption } from '../drawn.ts'
import { init } from './register.ts'

/** The chart as SVG text, without any document: for mails, papers and pictures to take away. */
export function chartSvg(option: ChartOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
