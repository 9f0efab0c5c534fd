/** An act of a person on any screen: sent, said, and all that is shown asked for anew. What it refuses is shown where it was begun. */
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { say } from '../ui/notice/notice.component.tsx';
import { askAnew } from './ask-anew.ts';

export interface AfterAct<Input, Answer> {
  /** Null: nothing is worth saying. */
  readonly said?: (answer: Answer, input: Input) => string | null;
  /** Before what is shown has come anew, such as closing the form. */
  readonly done?: (answer: Answer, input: Input) => void;
}

export function useAct<Input, Answer = unknown>(
  act: (input: Input) => Promise<Answer>,
  { said, done }: AfterAct<Input, Answer> = {},
): UseMutationResult<Answer, Error, Input> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer, input) => {
      const text = said?.(answer, input) ?? null;
      if (text !== null) say({ text });
      done?.(answer, input);
      await askAnew(queryClient);
    },
  });
}
