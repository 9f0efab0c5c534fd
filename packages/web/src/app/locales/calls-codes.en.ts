/** Acts of calls and sessions in English. */
export const callActsEn = {
  'call.record': 'Call recorded',
  'call.script': 'Words to speak by changed',
  'call_back.add': 'Call-back set',
  'call_back.cancel': 'Call-back cancelled',
  'call_back.move': 'Call-back moved',
  'session.cancel': 'Session cancelled',
  'session.change': 'Session changed',
  'session.close': 'Session held or missed',
  'session.minutes': 'Minutes of a session written',
  'session.answered': 'Invitation to a session answered',
  'session.plan': 'Session planned',
};

export const callSubjectsEn = { call_script: 'Words to speak by' };
