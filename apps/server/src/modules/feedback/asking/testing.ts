// For tests of other modules: an organization that asks.
export { buildAskingOrganization, buildMatter, type AskingOrganization } from './asking.fixture.ts'
