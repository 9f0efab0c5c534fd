/** A list of references and amounts out of a mail or a sheet: pasted, its items are ticked, and what is not found is named. */
import { Button, Textarea } from '@mantine/core';
import { currencyCode } from '@quittance/core/money';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import styles from './cash.module.css';
import { itemsOfReferences } from './cash.queries.ts';
import type { ReceiptDetail } from './cash.types.ts';
import { type PastedLine, type PastedOutcome, readPasted, resolvePasted } from './pasted-references.ts';
import type { Desk } from './use-desk.ts';

/** References that are named one by one. */
const NAMED_MAX = 12;

export interface Pasting {
  readonly take: (text: string) => void;
  readonly outcome: PastedOutcome | null;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly forget: () => void;
}

/** Reads a pasted text, finds the items behind it, and puts them on the desk. */
export function usePasting(code: string, receipt: ReceiptDetail, desk: Desk): Pasting {
  const formats = useFormats();
  const mutation = useMutation({
    mutationFn: async (text: string): Promise<PastedOutcome> => {
      const lines = readPasted(text, {
        currency: currencyCode(receipt.amount.currency),
        decimalSign: formats.decimalSign,
      });
      if (lines.length === 0) return { taken: [], notFound: [], settled: [], cut: [] };
      const references = [...new Set(lines.map(({ reference }) => reference))];
      const found = await itemsOfReferences(code, receipt.id, references);
      return resolvePasted(lines, (reference) => found.get(reference) ?? [], desk.customerId);
    },
    onSuccess: (outcome) => desk.takePasted(outcome),
  });
  return {
    take: (text) => mutation.mutate(text),
    outcome: mutation.data ?? null,
    isBusy: mutation.isPending,
    error: mutation.error,
    forget: mutation.reset,
  };
}

/** Whether a pasted text is a list of references rather than figures for the cells of the grid. */
export function isList(text: string, currency: string, decimalSign: '.' | ','): boolean {
  return readPasted(text, { currency: currencyCode(currency), decimalSign }).length > 0;
}

export function PasteList({ pasting, close }: { pasting: Pasting; close: () => void }): ReactNode {
  const { t } = useTexts();
  const [text, setText] = useState('');
  return (
    <form
      className={styles.paste}
      onSubmit={(event) => {
        event.preventDefault();
        pasting.take(text);
        close();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <Textarea
        size="xs"
        aria-label={t('cash.pasteList')}
        placeholder={t('cash.pasteHelp')}
        autosize
        minRows={3}
        maxRows={8}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" disabled={text.trim() === ''}>
          {t('cash.pasteAct')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What became of a pasted list, until it is put away. */
export function PastedNote({ pasting }: { pasting: Pasting }): ReactNode {
  const { t } = useTexts();
  if (pasting.error) return <ProblemNote error={pasting.error} />;
  const { outcome } = pasting;
  if (outcome === null) return null;
  const parts = [
    t('cash.pastedTicked', { count: outcome.taken.length }),
    ...named(t, 'cash.pastedNotFound', outcome.notFound),
    ...named(t, 'cash.pastedSettled', outcome.settled),
    ...named(t, 'cash.pastedCut', outcome.cut),
  ];
  const hasProblem = parts.length > 1 || outcome.taken.length === 0;
  return (
    <div role="status" className={styles.pasted} data-problem={hasProblem || undefined}>
      <span>{parts.join(' · ')}</span>
      <button type="button" onClick={pasting.forget}>
        {t('act.close')}
      </button>
    </div>
  );
}

function named(
  t: Translate,
  key: 'cash.pastedNotFound' | 'cash.pastedSettled' | 'cash.pastedCut',
  lines: readonly PastedLine[],
): string[] {
  if (lines.length === 0) return [];
  const some = lines.slice(0, NAMED_MAX).map(({ reference, row }) => t('cash.pastedRow', { reference, row }));
  const more = lines.length - some.length;
  const references = more > 0 ? `${some.join(', ')} +${more}` : some.join(', ');
  return [t(key, { references })];
}
