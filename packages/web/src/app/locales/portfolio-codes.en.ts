/** Acts on portfolios and the day's list, and what they are done to, in English. */
export const portfolioActsEn = {
  'portfolio.cover': 'Said who covers for whom',
  'portfolio.move': 'Customers given to another person',
  'portfolio.move_undone': 'Move of customers undone',
  'portfolio_rules.set': 'Rules of portfolios set',
  'session.hand_over': 'Session handed to a colleague',
  'task.hand_over': 'Handed over',
  'work.hand_over': 'Work handed over',
  'work.hand_over_undone': 'Hand-over taken back',
  'worklist.bring_back': 'Customer back on the list',
  'worklist.contact': 'Contact written down',
  'worklist.set_aside': 'Customer set aside on the list',
};

export const portfolioSubjectsEn = {
  hand_over: 'Hand-over',
  portfolio_move: 'Move of customers',
};
