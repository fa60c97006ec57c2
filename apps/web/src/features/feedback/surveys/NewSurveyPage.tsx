export function NewSurveyPage() {
  return null
}
