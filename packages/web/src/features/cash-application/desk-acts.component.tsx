/** What ends the work on a receipt, and above it what that would leave behind. Every act here can be undone. */
import { Button } from '@mantine/core';
import { formatAmount, sum } from '@quittance/core/money';
import { type ReactNode, useState } from 'react';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { type KeyBinding, useKeys } from '../../ui/keys/keys.ts';
import { SendToCompany } from '../ledger/send-to-company.component.tsx';
import { useOtherCompanies } from '../ledger/transfers.queries.ts';
import { ActMenu } from './act-menu.component.tsx';
import { AddItem } from './add-item.component.tsx';
import { AskPayer } from './ask-payer.component.tsx';
import styles from './cash.module.css';
import type { ReceiptDetail } from './cash.types.ts';
import { DeductionLines } from './deduction-lines.component.tsx';
import { NotOurs } from './not-ours.component.tsx';
import { OtherCurrency } from './other-currency.component.tsx';
import { Outcome } from './outcome.component.tsx';
import { PasteList, type Pasting } from './paste-list.component.tsx';
import type { Desk } from './use-desk.ts';

interface ActsProps {
  readonly code: string;
  readonly desk: Desk;
  readonly receipt: ReceiptDetail;
  readonly askCustomer: () => void;
  readonly pasting: Pasting;
  /** Somebody else is at it. */
  readonly isHeld: boolean;
  /** Opens the next receipt. */
  readonly goOn: () => void;
}

/** What stands open under the items. */
type Opened = 'ask' | 'notOurs' | 'transfer' | 'addItem' | 'otherCurrency' | 'paste';

export function DeskActs(props: ActsProps): ReactNode {
  return (
    <>
      {props.desk.isWorkable && <OpenActs {...props} />}
      {props.receipt.canUndo && <UndoAct desk={props.desk} />}
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
    <div className={styles.foot}>
      <p className={styles.quiet}>{t('cash.undoHelp')}</p>
      <div className={styles.acts}>
        <Button variant="default" loading={desk.isBusy} onClick={undo} rightSection={<kbd>u</kbd>}>
          {t('cash.undo')}
        </Button>
        <Button
          variant="default"
          disabled={desk.isBusy}
          onClick={undoWrong}
          title={t('cash.undoWrongHelp')}
          rightSection={<kbd>U</kbd>}
        >
          {t('cash.undoWrong')}
        </Button>
      </div>
    </div>
  );
}

function OpenActs(props: ActsProps): ReactNode {
  const { desk, receipt } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState<Opened | null>(null);
  const close = (): void => setOpen(null);
  const more = useMoreActs({ ...props, open: setOpen });
  useKeys([
    { key: 'a', label: t('cash.keyApply'), act: desk.apply },
    { key: 'mod+Enter', label: t('cash.keyApply'), act: desk.apply },
    ...more,
  ]);
  return (
    <div className={styles.foot}>
      {open === 'ask' && <AskPayer code={props.code} receipt={receipt} customerId={desk.customerId} close={close} />}
      {open === 'addItem' && (
        <AddItem code={props.code} receiptId={receipt.id} add={desk.addItem} close={() => backToItems(desk, close)} />
      )}
      {open === 'otherCurrency' && (
        <OtherCurrency code={props.code} desk={desk} receipt={receipt} close={() => backToItems(desk, close)} />
      )}
      {open === 'paste' && <PasteList pasting={props.pasting} close={() => backToItems(desk, close)} />}
      <DeductionLines desk={desk} currency={receipt.amount.currency} />
      <Outcome desk={desk} receipt={receipt} />
      {open === 'transfer' && (
        <SendToCompany
          code={props.code}
          receipt={{ id: receipt.id, number: receipt.number, open: receipt.unapplied }}
          close={close}
          sent={props.goOn}
        />
      )}
      {open === 'notOurs' && (
        <NotOurs send={(reason) => desk.act({ kind: 'not-ours', reason })} isBusy={desk.isBusy} close={close} />
      )}
      {(open === null || open === 'addItem') && (
        <div className={styles.acts}>
          <ApplyButton desk={desk} receipt={receipt} isHeld={props.isHeld} />
          <RestActs desk={desk} />
          <ActMenu acts={more} buttonsMax={hasRest(desk) ? 0 : BUTTONS_MAX} isBusy={desk.isBusy} />
        </div>
      )}
    </div>
  );
}

function backToItems(desk: Desk, close: () => void): void {
  close();
  desk.focusItems();
}

/** Acts with buttons of their own; what becomes of a rest takes their place. */
const BUTTONS_MAX = 2;

function hasRest({ rests, reasons }: Desk): boolean {
  return reasons.length > 0 && rests.some(({ restMinor }) => restMinor > 0n);
}

/** What becomes of the rest of the items, while there is one: a deduction to be coded, or a small difference. */
function RestActs({ desk }: { desk: Desk }): ReactNode {
  const { t } = useTexts();
  const isShort = hasRest(desk);
  const deduct = (): void => {
    desk.deductRests('unspecified');
    // The reason is what a person says next.
    const lines = desk.place.current;
    requestAnimationFrame(() => [...(lines?.querySelectorAll('select') ?? [])].at(-1)?.focus());
  };
  const acts: readonly KeyBinding[] = [
    { key: 'd', label: t('cash.restDeduction'), act: deduct },
    { key: 's', label: t('cash.restSmall'), act: () => desk.deductRests('small_difference') },
  ];
  useKeys(isShort ? acts : []);
  if (!isShort) return null;
  return acts.map(({ key, label, act }) => (
    <Button key={key} variant="default" onClick={act} rightSection={<kbd>{key}</kbd>}>
      {label}
    </Button>
  ));
}

/** Enter in the list does the same; `a` does it from anywhere. */
function ApplyButton({ desk, receipt, isHeld }: Pick<ActsProps, 'desk' | 'receipt' | 'isHeld'>): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { currency } = receipt.amount;
  const placed = formats.amountText(formatAmount(sum(desk.draft.values()), currency), currency);
  return (
    <Button
      loading={desk.isBusy}
      disabled={desk.draft.size === 0 || desk.leftMinor < 0n || desk.customerId === null || isHeld}
      onClick={desk.apply}
      rightSection={<kbd className={styles.onAccent}>a</kbd>}
    >
      {applyWord(t, desk, receipt, placed)}
    </Button>
  );
}

/** Says what would be posted: a proposal is confirmed, anything else applied. */
function applyWord(t: Translate, desk: Desk, receipt: ReceiptDetail, amount: string): string {
  const count = desk.draft.size;
  if (count === 0) return t('cash.applyNothing');
  if (desk.isProposal && receipt.decision?.decision === 'suggest') return t('cash.confirm', { amount, count });
  return t('cash.apply', { amount, count });
}

/** What else can be done with the receipt; the first ones have buttons of their own where there is room. */
function useMoreActs(given: {
  desk: Desk;
  isHeld: boolean;
  askCustomer: () => void;
  open: (what: Opened) => void;
}): readonly KeyBinding[] {
  const { t } = useTexts();
  const { desk, isHeld } = given;
  const { customerId } = desk;
  const others = useOtherCompanies();
  const onAccount: KeyBinding[] =
    customerId === null || isHeld
      ? []
      : [{ key: 'o', label: t('cash.onAccount'), act: () => desk.act({ kind: 'on-account', customerId }) }];
  return [
    ...onAccount,
    { key: 'q', label: t('cash.askPayer'), act: () => given.open('ask') },
    { key: 'y', label: t('cash.otherPayer'), act: given.askCustomer },
    { key: 'e', label: t('cash.keyCorrect'), act: desk.focusItems },
    { key: 'i', label: t('cash.addItem'), act: () => given.open('addItem') },
    { key: 'v', label: t('cash.pasteList'), act: () => given.open('paste') },
    ...(isHeld
      ? []
      : [{ key: 'f', label: t('cash.otherCurrency'), act: () => given.open('otherCurrency') } satisfies KeyBinding]),
    ...(isHeld ? [] : [{ key: 'n', label: t('cash.notOurs'), act: () => given.open('notOurs') } satisfies KeyBinding]),
    ...(others.length === 0
      ? []
      : [{ key: 't', label: t('transfers.send'), act: () => given.open('transfer') } satisfies KeyBinding]),
  ];
}
