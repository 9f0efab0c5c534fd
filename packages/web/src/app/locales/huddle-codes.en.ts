/** Acts on profiles, consents, accolades and blockers, and what they are done to, in English. */
export const huddleActsEn = {
  'accolade.give': 'Accolade given',
  'accolade.withdraw': 'Accolade taken back',
  'blocker.change': 'Blocker changed',
  'blocker.raise': 'Blocker raised',
  'blocker.reopen': 'Blocker raised again',
  'blocker.solve': 'Blocker solved',
  'customers.consent_noted': 'Consent of a contact noted',
  'customers.profile_changed': 'Procure-to-pay profile changed',
};

export const huddleSubjectsEn = { blocker: 'Blocker' };
