/** The tabs of one survey, in the order of its life: results · build · ask · roads · answers · settings. What does not work yet is absent. */
export const surveyTabs = [
  { to: '/feedback/surveys/$surveyId/results', label: 'tab.results' },
  { to: '/feedback/surveys/$surveyId/build', label: 'tab.build' },
  { to: '/feedback/surveys/$surveyId/ask', label: 'tab.ask' },
  { to: '/feedback/surveys/$surveyId/roads', label: 'tab.roads' },
  { to: '/feedback/surveys/$surveyId/answers', label: 'tab.answers' },
  { to: '/feedback/surveys/$surveyId/settings', label: 'tab.settings' },
] as const
