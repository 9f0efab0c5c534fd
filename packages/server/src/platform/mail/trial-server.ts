/**
 * A server that is none: a mailbox at `trial.invalid` takes every message as sent and delivers it to nobody, so that letters, runs and
 * invitations can be tried whole before anything leaves. Names under `.invalid` never exist (RFC 2606), so no mail can go astray.
 */
import type { SmtpSession } from './smtp.ts';

export const TRIAL_HOST = 'trial.invalid';

export const TRIAL_SESSION: SmtpSession = {
  send: async () => ({
    kind: 'accepted',
    said: `kept here and delivered to nobody: ${TRIAL_HOST} is for trying out`,
    refused: [],
  }),
  close() {},
};
