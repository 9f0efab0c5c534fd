import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { say } from '../../../ui/notice/notice.component.tsx';
import { useAskCalendarsAnew } from './calendars.queries.ts';

/** A change of calendars: sent, asked anew, said. */
export function useChange<Sent, Answered>(
  code: string,
  send: (sent: Sent) => Promise<Answered>,
  done: (answer: Answered, sent: Sent) => string | null,
): UseMutationResult<Answered, Error, Sent> {
  const askAnew = useAskCalendarsAnew(code);
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer, sent) => {
      await askAnew();
      const text = done(answer, sent);
      if (text !== null) say({ text });
    },
  });
}
