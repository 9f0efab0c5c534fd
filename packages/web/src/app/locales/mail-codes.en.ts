/** Acts of correspondence in English. */
export const mailActsEn = {
  'correspondence.address_suppressed': 'Address gets no mail any more',
  'correspondence.assigned': 'Conversation assigned',
  'correspondence.customer_linked': 'Conversation given to a customer',
  'correspondence.delivery_answered': 'Said whether a message was sent',
  'correspondence.handled': 'Conversation handled or opened again',
  'correspondence.letter_file_kept': 'File for a letter kept',
  'correspondence.mail_taken': 'Mail received',
  'correspondence.mailbox_added': 'Mailbox added',
  'correspondence.mailbox_changed': 'Mailbox changed',
  'correspondence.mailbox_removed': 'Mailbox removed',
  'correspondence.message_queued': 'Message put on its way',
  'correspondence.settings_changed': 'What letters say of the company changed',
  'correspondence.suppression_lifted': 'Address gets mail again',
  'correspondence.unsent_file_removed': 'File that was never sent removed',
  'correspondence.template_saved': 'Text of a letter changed',
};

export const mailSubjectsEn = {
  conversation: 'Conversation',
  mail_content: 'File',
  mailbox: 'Mailbox',
  message: 'Message',
  suppressed_address: 'Address',
  template: 'Text of a letter',
};
