// Calls as they are typed into a terminal. Their bodies keep to the contracts; the test holds them to it.

export const examples = (origin: string, surveyId: string) => [
  { key: 'ask' as const, path: '/api/v1/survey-invitations', body: { surveyId, customer: { name: 'Anna Nowak', email: 'anna@example.com' }, road: 'email', facts: { order: '2026/1024' } } },
  { key: 'answer' as const, path: '/api/v1/answers', body: { surveyId, values: { score: 9 }, key: 'order-2026-1024' } },
  { key: 'purchase' as const, path: '/api/v1/purchases', body: { kind: 'purchase', number: '2026/1024', customer: { email: 'anna@example.com' }, facts: { product: 'Krem' } } },
].map(({ key, path, body }) => ({ key, body, text: [`curl ${origin}${path} \\`, `  -H "Authorization: Bearer $KONTUAR_TOKEN" \\`, `  -H "Content-Type: application/json" \\`, `  -d '${JSON.stringify(body, null, 2).replaceAll('\n', '\n     ')}'`].join('\n') }))
