// Printed, a sheet is as wide as its paper and goes on over as many pages as it is long (ECMA-376, 18.3.1.63 and 18.3.1.65): else programs put the last
// columns on pages of their own.
const [sheetFile, fits] = ['xl/worksheets/sheet{id}.xml', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'] as const

/** For sheets that have an orientation: only these have a page. Last of the features, since it must stand first in the sheet. */
export const onePageWide = {
  files: {
    transform: {
      [sheetFile]: {
        transform: (xml: string) => xml.replace(/<worksheet\b[^>]*>/, (opening) => opening + fits),
        transformElementAttributes: (name: string, attributes: object) => (name === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes),
      },
    },
  },
}
