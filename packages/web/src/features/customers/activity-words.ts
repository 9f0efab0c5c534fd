/** What a line of the timeline, or something else that was written, is called. */
import type { TextKey } from '../../app/i18n.ts';

export const ACTIVITY_WORDS: Readonly<Record<string, TextKey>> = {
  note: 'customers.activityNote',
  call: 'customers.activityCall',
  mail: 'customers.activityMail',
  meeting: 'customers.activityMeeting',
  mail_received: 'mail.received',
  invoice_received: 'customers.activityReceived',
  task: 'tasks.task',
  promise: 'promises.title',
  promise_kept: 'promises.timelineKept',
  promise_partly_kept: 'promises.timelinePartlyKept',
  promise_broken: 'promises.timelineBroken',
  promise_reopened: 'promises.timelineReopened',
};
