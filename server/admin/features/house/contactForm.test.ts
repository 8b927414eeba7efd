import { contactProblems, dayProblem, formOf, hoursOf, valuesOf } from './contactForm'

const values = {
  phones: [{ label: '办公室', number: '0756-2212827' }],
  address: '人民东路112号',
  building: '',
  postalCode: '519000',
  location: { latitude: 22.27, longitude: 113.57, name: '协会' },
  officeHours: {
    days: [1, 2, 3, 4, 5],
    periods: [
      { from: '08:30', to: '12:00' },
      { from: '14:30', to: '17:30' },
    ],
    byDay: [{ day: 5, periods: [{ from: '08:30', to: '12:00' }] }],
  },
  exceptions: [{ date: '2027-01-01', kind: 'holiday' as const, name: '元旦' }],
  photo: { source: 'configured' as const, mediaId: null, alt: '' },
}

it('comes back as it was', () => {
  expect(valuesOf(formOf(values))).toEqual(values)
  expect(valuesOf(formOf({ ...values, location: null })).location).toBeNull()
  expect(contactProblems(formOf(values))).toEqual({})
})

it('takes the hours of most days for all, and names the others', () => {
  const morning = [{ from: '09:00', to: '12:00' }]
  const long = [{ from: '09:00', to: '20:00' }]
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ open: day > 0 && day < 5, periods: day === 2 ? long : morning }))
  expect(hoursOf(days)).toEqual({ days: [1, 2, 3, 4], periods: morning, byDay: [{ day: 2, periods: long }] })
})

it('says what is wrong where it is', () => {
  expect(dayProblem({ open: true, periods: [{ from: '12:00', to: '08:00' }] })).toBe('结束时间必须晚于开始时间。')
  const overlapping = [
    { from: '09:00', to: '12:00' },
    { from: '11:00', to: '13:00' },
  ]
  expect(dayProblem({ open: true, periods: overlapping })).toBe('时段有重叠。')
  expect(dayProblem({ open: false, periods: overlapping })).toBeUndefined()
  const form = formOf(values)
  const [day] = form.exceptions
  const wrong = {
    ...form,
    ...{ phones: [{ label: '', number: '拨打我' }], postalCode: '5190', latitude: '122', placeName: ' ' },
    exceptions: day === undefined ? [] : [day, day],
    days: form.days.map((entry) => ({ ...entry, open: false })),
  }
  expect(Object.keys(contactProblems(wrong)).sort()).toEqual([
    ...['exceptions.1.date', 'location.latitude', 'location.name', 'officeHours.days'],
    ...['phones.0.label', 'phones.0.number', 'postalCode'],
  ])
})
