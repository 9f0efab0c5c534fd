/** Takes back one item of what a receipt pays; the rest stays applied as it was. */
import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import styles from './cash.module.css';

interface Props {
  readonly code: string;
  readonly receiptId: string;
  readonly item: { readonly itemId: string; readonly number: string };
}

export function UndoItem(props: Props): ReactNode {
  const { t } = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  if (isAsking) return <UndoItemForm {...props} close={() => setIsAsking(false)} />;
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('cash.undoItem', { number: props.item.number })}
      onClick={() => setIsAsking(true)}
    >
      {t('cash.undoItemShort')}
    </Button>
  );
}

function UndoItemForm({ code, receiptId, item, close }: Props & { close: () => void }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [wasWrong, setWasWrong] = useState(false);
  const undo = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/companies/{company}/receipts/{id}/undo', {
          params: { path: { company: code, id: receiptId } },
          body: { itemIds: [item.itemId], wasWrong },
        }),
      ),
    onSuccess: async () => {
      say({ text: t('cash.itemUndone', { number: item.number }) });
      await askAnew(queryClient);
      close();
    },
  });
  return (
    <form
      className={styles.undoItem}
      aria-label={t('cash.undoItem', { number: item.number })}
      onSubmit={(event) => {
        event.preventDefault();
        undo.mutate();
      }}
    >
      {undo.error && <ProblemNote error={undo.error} />}
      <span className={styles.quiet}>{t('cash.undoItemWhy')}</span>
      <Checkbox
        size="xs"
        label={t('cash.itemWrong')}
        checked={wasWrong}
        onChange={(event) => setWasWrong(event.currentTarget.checked)}
      />
      <Button size="compact-xs" type="submit" loading={undo.isPending}>
        {t('cash.undoItem', { number: item.number })}
      </Button>
      <Button size="compact-xs" variant="default" onClick={close}>
        {t('act.cancel')}
      </Button>
    </form>
  );
}
