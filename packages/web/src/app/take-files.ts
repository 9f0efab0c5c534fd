/** Files that a person brings, however: they are sent, and the import that reads the only one opens; of several, the list. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useProblemText } from '../ui/form/problem-text.ts';
import { say } from '../ui/notice/notice.component.tsx';
import { useTexts } from './i18n.ts';

export function useTakeFiles(company: string): (files: readonly File[]) => Promise<void> {
  const { t } = useTexts();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  return useCallback(
    async (files) => {
      if (files.length === 0) return;
      try {
        const { uploadFiles } = await import('../features/intake/upload.ts');
        const uploaded = await uploadFiles(company, files);
        const known = uploaded.filter((one) => one.cameBefore).length;
        if (known > 0) say({ text: t('imports.cameBefore', { count: known }) });
        const [only] = uploaded;
        if (uploaded.length === 1 && only) {
          await navigate({ to: '/c/$company/imports/$importId', params: { company, importId: only.id } });
        } else await navigate({ to: '/c/$company/imports', params: { company } });
      } catch (error) {
        say({ text: problemText(error as Error), isProblem: true });
      } finally {
        // Whoever looks at the list already sees what came, also when a later file was refused.
        await queryClient.invalidateQueries({ queryKey: ['imports', company] });
      }
    },
    [company, navigate, problemText, queryClient, t],
  );
}
