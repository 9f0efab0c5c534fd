/** Each rule of cash application with what it needs and an example, and each figure of its policy, in English. Only its page fetches them. */
export const ruleWordsEn: Readonly<Record<string, string>> = {
  advice_lists_the_items_name: 'Advice lists the items',
  advice_lists_the_items_needs:
    'The payer’s advice is linked by the payment’s number; its lines make the receipt to the cent. An advice of 40 invoices for 12,310.00.',
  advice_lists_the_items_of_known_payer_name: 'Advice of a known payer',
  advice_lists_the_items_of_known_payer_needs:
    'The same, also when the advice was found by amount and day alone; the payer must be known.',
  cited_and_exact_name: 'Cited whole and exact',
  cited_and_exact_needs:
    'Every item is cited by its whole number and they make the receipt. “INV 4711001 4711002”, 300.00 for 100.00 and 200.00.',
  cited_and_exact_by_known_payer_name: 'Cited and exact, known payer',
  cited_and_exact_by_known_payer_needs:
    'Numbers in any form, cut or mistyped, by a known payer; the total is exact. “11001” for 4711001.',
  number_and_amount_confirm_each_other_name: 'Number and amount confirm each other',
  number_and_amount_confirm_each_other_needs:
    'A number of at least some digits, and exactly its amount or its discount; nobody need know the payer.',
  several_numbers_agree_with_the_amount_name: 'Several numbers agree',
  several_numbers_agree_with_the_amount_needs: 'Several numbers of one customer whose items together make the receipt.',
  number_read_and_unique_amount_name: 'Number read, amount unique',
  number_read_and_unique_amount_needs:
    'A number not quite as written, and no other open item of anyone has the amount.',
  cited_and_difference_accounted_for_name: 'Cited, difference explained',
  cited_and_difference_accounted_for_needs:
    'What is missing is known: a stated amount, a netted credit, a discount, bank charges. 980.00 for 1,000.00 less 2%.',
  part_of_the_cited_item_name: 'Part of one cited item',
  part_of_the_cited_item_needs:
    'A known payer cites one item and pays less than is open. 400.00 of 1,000.00; the rest stays open.',
  cited_and_excess_on_account_name: 'Cited, and a little more',
  cited_and_excess_on_account_needs:
    'A known payer pays a little more than the cited items; the excess stays on the account.',
  unique_amount_by_payer_for_many_name: 'Unique amount, payer for many',
  unique_amount_by_payer_for_many_needs: 'A payer for several customers, an amount that only one open item has.',
  unique_amount_by_known_payer_name: 'Unique amount, known payer',
  unique_amount_by_known_payer_needs: 'No text, but a known payer and an amount that no other open item of anyone has.',
  unique_amount_of_known_payer_name: 'Unique among the payer’s items',
  unique_amount_of_known_payer_needs: 'A known payer, and only one of its own open items has the amount.',
  only_sum_of_the_account_by_known_payer_name: 'The only sum of the account',
  only_sum_of_the_account_by_known_payer_needs:
    'Nothing is cited; the whole account, a due day or the only set of items makes the amount, of a known payer.',
  account_as_usual_of_known_payer_name: 'The account, as usual',
  account_as_usual_of_known_payer_needs:
    'The same where chance may make the sum too, when the customer pays so each time. Only with the figure below.',
  whole_days_accounted_for_by_known_payer_name: 'Whole days, less charges or discount',
  whole_days_accounted_for_by_known_payer_needs:
    'Nothing is cited; all that is open or due in some days, less the discount of the terms or bank charges.',
  whole_days_of_the_account_by_name_name: 'Whole days, by the name',
  whole_days_of_the_account_by_name_needs:
    'The whole account or whole due days of the customer that the payer’s name is most like.',
  only_sum_of_the_group_by_known_payer_name: 'The only sum of the group',
  only_sum_of_the_group_by_known_payer_needs:
    'A head office pays for its group: the only set of items of its companies.',
  cited_and_completed_by_known_payer_name: 'Cut list, completed',
  cited_and_completed_by_known_payer_needs:
    'The text names the first items and breaks off; the account completes it in one way to the cent.',
  cited_completed_and_accounted_for_name: 'Cut list, difference explained',
  cited_completed_and_accounted_for_needs: 'The same less a known discount, credit or bank charge.',
  advance_on_account_of_known_payer_name: 'Advance, on account',
  advance_on_account_of_known_payer_needs:
    'The text says advance and the account is known: the money stays on the customer’s account.',
  settled_before_on_account_of_known_payer_name: 'Settled before, on account',
  settled_before_on_account_of_known_payer_needs:
    'All that is cited is settled already: kept on the account of the known payer.',
  paid_again_on_account_of_known_payer_name: 'Paid again, on account',
  paid_again_on_account_of_known_payer_needs:
    'The same payer and amount again within the days below: kept on the account.',
  no_receivable_by_its_words_name: 'No receivable, by its words',
  no_receivable_by_its_words_needs: 'Tax refund, interest, own transfer: posted to suspense.',
  no_receivable_of_this_payer_name: 'No receivable, by its payer',
  no_receivable_of_this_payer_needs: 'People said so of this payer before: posted to suspense.',
  unique_amount_and_mistyped_number_name: 'Unique amount and a mistyped number',
  unique_amount_and_mistyped_number_needs:
    'An amount nothing else has, and the text has its number but for one slip. 1930284943 for 1930289443.',
  unique_amount_and_closing_digits_name: 'Unique amount and closing digits',
  unique_amount_and_closing_digits_needs:
    'An amount nothing else has, and the text ends a number of it. “…1001” and 412.30.',
};

export const limitWordsEn: Readonly<Record<string, string>> = {
  adviceWaitDays_name: 'Days to wait for the advice',
  adviceWaitDays_means: 'of a payer who usually sends one or announces one, where the amount alone would tell',
  discountGraceDays_name: 'Days of grace of a discount',
  discountGraceDays_means: 'after its last day, in which it still counts as earned and is posted',
  duplicateWithinDays_name: 'Days in which the same payment is a duplicate',
  duplicateWithinDays_means: 'same payer, same amount',
  referenceLengthMin_name: 'Characters of a number that stands for itself',
  referenceLengthMin_means: 'a shorter one needs a known payer as well',
  referenceTailDigitsMin_name: 'Closing digits that point at a number',
  referenceTailDigitsMin_means: '5 are the least that are looked up',
  bankFeeUnitsMax_name: 'Bank charges up to',
  bankFeeUnitsMax_means: 'whole units of the currency, in fives',
  smallDifferenceUnitsMax_name: 'Small difference below',
  smallDifferenceUnitsMax_means: 'whole units of the currency',
  differencePercentMax_name: 'Charges and differences up to percent',
  differencePercentMax_means: 'of what is paid',
  excessPercentMax_name: 'Excess up to percent',
  excessPercentMax_means: 'of the cited items, kept on the account',
  excessUnitsMax_name: 'Excess up to units',
  excessUnitsMax_means: 'whole units of the currency, never more than a quarter',
  payerSharePercentMin_name: 'Percent of its payments that make a payer a customer’s',
  payerSharePercentMin_means: 'of those confirmed',
  amountOpenItemsMax_name: 'Open items above which an amount says little',
  amountOpenItemsMax_means: 'of one customer',
  chancePerMilleMax_name: 'Sets that chance would find, per thousand',
  chancePerMilleMax_means: 'above it a sum of items does not post',
  habitTimesMin_name: 'Times from which a habit confirms',
  habitTimesMin_means: 'a sum that chance may make too, when nothing else explains the receipt; 0: never',
  completionChancePerMilleMax_name: 'The same for cut lists, per thousand',
  completionChancePerMilleMax_means: 'chance that a completed list is another',
  exchangeSpreadPercentMax_name: 'Distance from the day’s exchange rate, percent',
  exchangeSpreadPercentMax_means:
    'up to it people apply across currencies; beyond, the rest is written off under their limits',
};
