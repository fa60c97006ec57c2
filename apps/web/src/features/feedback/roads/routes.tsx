// By which roads a survey reaches people: a page for each, under one list of them.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../../i18n/i18n.ts'
import { surveyRoute } from '../feedback-route.ts'

const roads = createRoute({ getParentRoute: () => surveyRoute, path: '/roads', loader: () => loadWords('roads'), component: lazyRouteComponent(() => import('./frame/RoadsFrame.tsx'), 'RoadsFrame') })
const page = { getParentRoute: () => roads } as const
const link = createRoute({ ...page, path: '/', component: lazyRouteComponent(() => import('./links/LinkPage.tsx'), 'LinkPage') })
const qr = createRoute({ ...page, path: '/qr', component: lazyRouteComponent(() => import('./qr/QrPage.tsx'), 'QrPage') })
const website = createRoute({ ...page, path: '/website', component: lazyRouteComponent(() => import('./website/WebsitePage.tsx'), 'WebsitePage') })
const embedded = createRoute({ ...page, path: '/embedded', component: lazyRouteComponent(() => import('./embedded/EmbeddedPage.tsx'), 'EmbeddedPage') })
const kiosks = createRoute({ ...page, path: '/kiosks', component: lazyRouteComponent(() => import('./kiosks/KiosksPage.tsx'), 'KiosksPage') })
const lists = createRoute({ ...page, path: '/lists', component: lazyRouteComponent(() => import('./lists/ListsPage.tsx'), 'ListsPage') })
const imported = createRoute({ ...page, path: '/import', component: lazyRouteComponent(() => import('./import/ImportPage.tsx'), 'ImportPage') })
const program = createRoute({ ...page, path: '/api', component: lazyRouteComponent(() => import('./api/ApiPage.tsx'), 'ApiPage') })

export const roadPages = [roads.addChildren([link, qr, website, embedded, kiosks, lists, imported, program])]
