import { expect, it } from 'vitest';
import { openSmtp, TRIAL_HOST } from './index.ts';

it('a mailbox for trying out takes a message as sent, asks for no password and reaches no server', async () => {
  const session = openSmtp({ host: TRIAL_HOST, port: 587, security: 'starttls', user: null, password: null });
  const outcome = await session.send({ from: 'ar@demo.example', to: ['ap@customer.example'] }, Buffer.from('x'));
  session.close();
  expect(outcome).toMatchObject({
    kind: 'accepted',
    refused: [],
    said: expect.stringContaining('delivered to nobody'),
  });
});
