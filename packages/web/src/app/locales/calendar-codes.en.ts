/** Acts on calendars and what they are done to, in English. */
export const calendarActsEn = {
  'absence.note': 'Absence noted',
  'absence.withdraw': 'Absence taken back',
  'company.hours': 'Hours of the company set',
  'country.hours': 'Hours of a country written',
  'country.usual_hours': 'Hours of a country back to the usual',
  'customer.hours': 'Hours of a customer changed',
  'holidays.add_list': 'List of holidays added',
  'holidays.change': 'Holiday changed',
  'holidays.check': 'Holidays of a year checked',
  'holidays.import': 'Holidays brought in',
  'holidays.seed': 'Holidays filled from the library',
  'shift.add': 'Shift added',
  'shift.change': 'Shift changed',
  'shift.retire': 'Shift taken out of use',
  'team.add': 'Team added',
  'team.change': 'Team changed',
  'team.retire': 'Team taken out of use',
  'work.assign': 'Person assigned to a team or shift',
  'work.end': 'Assignment ended',
};

export const calendarSubjectsEn = {
  country: 'Country',
  holiday_list: 'List of holidays',
  shift: 'Shift',
  team: 'Team',
};
