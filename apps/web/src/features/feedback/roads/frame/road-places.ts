import { IconApi, IconBrowser, IconDeviceTablet, IconFileImport, IconLayoutBoard, IconLink, IconListDetails, IconQrcode } from '@tabler/icons-react'

const root = '/feedback/surveys/$surveyId/roads'
/** Every road with a page of its own; asking by mail and SMS after something happened stands under Ask. */
export const roadPlaces = [
  { to: root, label: 'road.link', icon: IconLink, exact: true },
  { to: `${root}/qr`, label: 'road.qr', icon: IconQrcode, exact: false },
  { to: `${root}/kiosks`, label: 'road.kiosks', icon: IconDeviceTablet, exact: false },
  { to: `${root}/website`, label: 'road.website', icon: IconBrowser, exact: false },
  { to: `${root}/embedded`, label: 'road.embedded', icon: IconLayoutBoard, exact: false },
  { to: `${root}/lists`, label: 'road.lists', icon: IconListDetails, exact: false },
  { to: `${root}/import`, label: 'road.import', icon: IconFileImport, exact: false },
  { to: `${root}/api`, label: 'road.api', icon: IconApi, exact: false },
] as const
