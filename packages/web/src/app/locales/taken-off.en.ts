/** Texts of what customers took off their payments in English. */
export const takenOffEn = {
  takenOff: {
    title: 'Deductions',
    open: 'Open claim',
    posted: 'Posted',
    withdrawn: 'Withdrawn',
    certificateToCome: 'Certificate to come',
    on: 'On',
    reason: 'Reason',
    item: 'Item',
    receipt: 'Receipt',
    amount: 'Taken off',
    left: 'Still open',
    state: 'State',
    stated: 'In the customer’s words',
    certificate: 'Certificate',
    toCome: 'to come',
    by: 'By',
    empty: 'Nothing here. What a customer takes off a payment appears here with its reason, as soon as it is applied.',
  },
};
