/** After an act every figure may be another: all that is shown is asked for anew, and the rest when it is opened. */
import type { QueryClient } from '@tanstack/react-query';

/** Who is signed in does not change with an act. Resolves when what is shown has come. */
export async function askAnew(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}
