// Charts, for other features too. Whoever names this loads ECharts beside the page.
export { Chart } from './LazyChart.tsx'
