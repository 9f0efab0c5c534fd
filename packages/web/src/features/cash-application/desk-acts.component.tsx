import { Button, TextInput } from '@mantine/core';
import { abs, formatAmount, sum } from '@quittance/core/money';
import { type ReactNode, useState } from 'react';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { useKeys } from '../../ui/keys/keys.ts';
import styles from './cash.module.css';
import type { ReceiptDetail } from './cash.types.ts';
import type { Desk } from './use-desk.ts';

/** What ends the work on a receipt, and the running difference while it goes on. Every act here can be undone. */
export function DeskActs({ desk, receipt }: { desk: Desk; receipt: ReceiptDetail }): ReactNode {
  return (
    <>
      {desk.isWorkable && <OpenActs desk={desk} receipt={receipt} />}
      {receipt.canUndo && <UndoAct desk={desk} />}
    </>
  );
}

function UndoAct({ desk }: { desk: Desk }): ReactNode {
  const { t } = useTexts();
  const undo = (): void => desk.act({ kind: 'undo', wasWrong: false });
  const undoWrong = (): void => desk.act({ kind: 'undo', wasWrong: true });
  useKeys([
    { key: 'u', label: t('cash.undo'), act: undo },
    { key: 'U', label: t('cash.undoWrong'), act: undoWrong },
  ]);
  return (
    <div className={styles.acts}>
      <Button variant="default" loading={desk.isBusy} onClick={undo} rightSection={<kbd>u</kbd>}>
        {t('cash.undo')}
      </Button>
      <Button variant="default" disabled={desk.isBusy} onClick={undoWrong} title={t('cash.undoWrongHelp')}>
        {t('cash.undoWrong')}
      </Button>
      <span className={styles.quiet}>{t('cash.undoHelp')}</span>
    </div>
  );
}

function OpenActs({ desk, receipt }: { desk: Desk; receipt: ReceiptDetail }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const [reason, setReason] = useState<string | null>(null);
  const { customerId } = desk;
  const putOnAccount = (): void => {
    if (customerId !== null) desk.act({ kind: 'on-account', customerId });
  };
  const canApply = desk.draft.size > 0 && desk.leftMinor >= 0n && customerId !== null;
  useKeys([
    { key: 'a', label: t('cash.keyApply'), act: desk.apply },
    { key: 'mod+Enter', label: t('cash.keyApply'), act: desk.apply },
    ...(customerId === null ? [] : [{ key: 'o', label: t('cash.onAccount'), act: putOnAccount }]),
    { key: 'n', label: t('cash.notOurs'), act: () => setReason('') },
  ]);
  const placed = formats.amount(sum(desk.draft.values()), receipt.amount.currency);
  return (
    <div className={styles.acts}>
      <Difference desk={desk} currency={receipt.amount.currency} />
      {reason === null ? (
        <>
          <Button
            loading={desk.isBusy}
            disabled={!canApply}
            onClick={desk.apply}
            rightSection={<kbd className={styles.onAccent}>a</kbd>}
          >
            {applyWord(t, desk, receipt, placed)}
          </Button>
          <Button
            variant="default"
            disabled={customerId === null || desk.isBusy}
            onClick={putOnAccount}
            rightSection={<kbd>o</kbd>}
          >
            {t('cash.onAccount')}
          </Button>
          <Button variant="default" disabled={desk.isBusy} onClick={() => setReason('')} rightSection={<kbd>n</kbd>}>
            {t('cash.notOurs')}
          </Button>
        </>
      ) : (
        <NotOurs
          reason={reason}
          setReason={setReason}
          send={() => desk.act({ kind: 'not-ours', reason })}
          isBusy={desk.isBusy}
        />
      )}
    </div>
  );
}

/** Says what would be posted: a proposal is confirmed, anything else applied. */
function applyWord(t: Translate, desk: Desk, receipt: ReceiptDetail, amount: string): string {
  const count = desk.draft.size;
  if (count === 0) return t('cash.applyNothing');
  if (desk.isProposal && receipt.decision?.decision === 'suggest') return t('cash.confirm', { amount, count });
  return t('cash.apply', { amount, count });
}

/** What no item has: nothing, a rest that stays on the account, or too much. */
function Difference({ desk, currency }: { desk: Desk; currency: string }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { leftMinor } = desk;
  const shown = formats.amountText(formatAmount(abs(leftMinor), currency), currency);
  const word =
    leftMinor === 0n
      ? t('cash.noDifference')
      : leftMinor > 0n
        ? t('cash.staysUnapplied', { amount: shown })
        : t('cash.tooMuch', { amount: shown });
  return (
    <span role="status" className={styles.difference} data-over={leftMinor < 0n || undefined}>
      {word}
    </span>
  );
}

function NotOurs(props: {
  reason: string;
  setReason: (reason: string | null) => void;
  send: () => void;
  isBusy: boolean;
}): ReactNode {
  const { t } = useTexts();
  return (
    <form
      className={styles.notOurs}
      onSubmit={(event) => {
        event.preventDefault();
        props.send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.setReason(null);
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('cash.notOursReason')}
        placeholder={t('cash.notOursReason')}
        required
        autoFocus
        value={props.reason}
        onChange={(event) => props.setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={props.isBusy}>
        {t('cash.notOursAct')}
      </Button>
      <Button variant="default" onClick={() => props.setReason(null)}>
        {t('act.cancel')}
      </Button>
    </form>
  );
}
