/** Acts of calls and sessions in English. */
export const callActsEn = {
  'call.record': 'Call recorded',
  'call.script': 'Words to speak by changed',
  'call_back.add': 'Call-back set',
  'call_back.cancel': 'Call-back cancelled',
  'call_back.move': 'Call-back moved',
};

export const callSubjectsEn = { call_script: 'Words to speak by' };
