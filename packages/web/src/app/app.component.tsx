import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { Notices } from '../ui/notice/notice.component.tsx';
import { ApiProblem } from './api.ts';
import { mantineTheme } from './mantine-theme.ts';
import { browserZone, ReaderProvider } from './reader.component.tsx';
import { makeRouter } from './router.ts';
import { sessionQuery } from './session.ts';

const FRESH_FOR_MS = 15_000;
const RETRIES_WHEN_UNREACHABLE = 2;

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_FOR_MS,
      // A refusal stays a refusal; only a server that could not be reached is asked again.
      retry: (count, error) => error instanceof ApiProblem && error.status === 0 && count < RETRIES_WHEN_UNREACHABLE,
    },
  },
});
const router = makeRouter(queryClient);

/** A session that has ended sends the person to sign in, and back to the same place afterwards. */
function leaveWhenSignedOut(error: Error): void {
  if (!(error instanceof ApiProblem) || error.status !== 401) return;
  if (!queryClient.getQueryData(sessionQuery.queryKey)) return;
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void router.navigate({ to: '/sign-in', search: { to: router.state.location.href } });
}

export function App(): ReactNode {
  return (
    <StrictMode>
      <MantineProvider
        theme={mantineTheme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queryClient}>
          <ReaderProvider timeZone={browserZone()}>
            <RouterProvider router={router} />
            <Notices />
          </ReaderProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
