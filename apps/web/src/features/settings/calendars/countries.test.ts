// Guards that no country is offered that the server would refuse, and none left out that it knows.
import { listHolidayCountries } from '@kontuar/calendar'
import { expect, test } from 'vitest'
import { countries } from './countries.ts'

test('the countries are those of the calendar package, less one it invents', () => {
  expect(countries().map(({ value }) => value).sort()).toEqual(Object.keys(listHolidayCountries('en')).filter((code) => code !== 'IC').sort())
})
