/** A file may be dropped anywhere on the page; the import that reads it opens by itself. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Company } from './api.types.ts';
import styles from './frame.module.css';
import { useTexts } from './i18n.ts';
import { useTakeFiles } from './take-files.ts';

export function FileDrop({ company }: { company: Company }): ReactNode {
  const { t } = useTexts();
  const takeFiles = useTakeFiles(company.code);
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
      await takeFiles(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [takeFiles]);

  return isOver ? (
    <div className={styles.drop} aria-hidden="true">
      {t('imports.dropHere', { company: company.name })}
    </div>
  ) : null;
}
