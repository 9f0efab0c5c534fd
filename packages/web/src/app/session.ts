/** Who is signed in, for which companies, and what they may do there. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ApiProblem, api, dataOf } from './api.ts';
import type { Company, Session } from './api.types.ts';

/** The session, or null when nobody is signed in. It is asked for once and then kept until signing in or out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await dataOf(api.GET('/api/v1/session', { signal }));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
});

/** The session inside the frame, where the route has made sure that there is one. */
export function useSession(): Session {
  const { data: session } = useSuspenseQuery(sessionQuery);
  if (!session) throw new Error('nobody is signed in');
  return session;
}

/** The company of the address. The route has made sure that it is one of the person's. */
export function useCompany(): Company {
  const { company: code } = useParams({ from: '/c/$company' });
  const company = useSession().companies.find((candidate) => candidate.code === code);
  if (!company) throw new Error(`no company ${code} in this session`);
  return company;
}
