// Only what is used: of ECharts' 1.1 MB this is about a third. Whoever imports this file loads it; the builders themselves do not.
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, MarkLineComponent, VisualMapContinuousComponent } from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, GridComponent, MarkAreaComponent, MarkLineComponent, VisualMapContinuousComponent, LabelLayout, SVGRenderer])

export { init, type EChartsType }
