/**
 * Charts as pictures: ECharts with SVG, loaded by whoever imports this, be it a page or a mail. It needs no document.
 */
export { init, type EChartsType } from './register.ts'
export { chartSvg } from './chart-svg.ts'
export { chartPicture, numberPicture, tablePicture, type NumberWords, type Picture, type PictureWords } from './picture.ts'
