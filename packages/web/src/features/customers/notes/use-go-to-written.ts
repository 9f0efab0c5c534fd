import { useNavigate } from '@tanstack/react-router';
import type { Written } from './notes.queries.ts';

/** Opens what was found where it is read: the conversation, the task, the customer's promises or notes. */
export function useGoToWritten(code: string): (found: Written) => void {
  const navigate = useNavigate();
  return ({ kind, id, customerId, conversationId }) => {
    const company = { company: code };
    if (conversationId !== null) {
      const search = { conversation: conversationId };
      void navigate({ to: '/c/$company/inbox/$part', params: { ...company, part: 'all' }, search });
    } else if (kind === 'task' || customerId === null) {
      void navigate({ to: '/c/$company/tasks', params: company, search: { task: id } });
    } else {
      const show = kind === 'promise' ? 'promises' : 'notes';
      const params = { ...company, customerId };
      void navigate({ to: '/c/$company/customers/$customerId', params, search: { show } });
    }
  };
}
