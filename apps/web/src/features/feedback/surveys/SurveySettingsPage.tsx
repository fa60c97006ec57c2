export function SurveySettingsPage() {
  return null
}
