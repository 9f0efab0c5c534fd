/** A file may be dropped anywhere on the page; the import that reads it opens by itself. */
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useProblemText } from '../ui/form/problem-text.ts';
import { say } from '../ui/notice/notice.component.tsx';
import type { Company } from './api.types.ts';
import styles from './frame.module.css';
import { useTexts } from './i18n.ts';

export function FileDrop({ company }: { company: Company }): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = async (event: DragEvent): Promise<void> => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      setIsOver(false);
      try {
        const { uploadFiles } = await import('../features/intake/upload.ts');
        const uploaded = await uploadFiles(company.code, files);
        const [only] = uploaded;
        const known = uploaded.filter((one) => one.cameBefore).length;
        if (known > 0) say({ text: t('imports.cameBefore', { count: known }) });
        if (uploaded.length === 1 && only) {
          await navigate({ to: '/c/$company/imports/$importId', params: { company: company.code, importId: only.id } });
        } else await navigate({ to: '/c/$company/imports', params: { company: company.code } });
      } catch (error) {
        say({ text: problemText(error as Error), isProblem: true });
      }
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [company.code, navigate, problemText, t]);

  return isOver ? (
    <div className={styles.drop} aria-hidden="true">
      {t('imports.dropHere', { company: company.name })}
    </div>
  ) : null;
}
