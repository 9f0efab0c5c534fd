/** Asks for an entry to be reversed, wholly or in part: for who may not reverse, or not so much. */
import { Checkbox, TextInput } from '@mantine/core';
import { formatAmount } from '@quittance/core/money';
import { type ReactNode, useState } from 'react';
import type { Entry } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { toMoney } from '../../ui/money/money-text.ts';
import styles from './approvals.module.css';
import { AskFrame, useAsk } from './ask-frame.component.tsx';
import { useTypedAmount } from './typed-amount.ts';

export function AskReversal(props: { code: string; entry: Entry; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { code, entry, close } = props;
  const formats = useFormats();
  const ask = useAsk(code, close);
  const [typed, setTyped] = useState('');
  const [withDependents, setWithDependents] = useState(false);
  const { currency } = entry.amount;
  const leftMinor = toMoney(entry.amount).amountMinor - toMoney(entry.undone).amountMinor;
  const left = { amount: formatAmount(leftMinor, currency), currency };
  const amount = useTypedAmount(typed, currency);
  const reversal = { kind: 'reversal' as const, entryId: entry.id, withDependents };
  return (
    <div className={styles.askHere}>
      <AskFrame
        code={code}
        label={t('approvals.askReversal')}
        act={amount === null ? null : { ...reversal, ...(amount ? { amount } : {}) }}
        close={close}
        {...ask}
      >
        <TextInput
          label={t('approvals.amount')}
          placeholder={t('approvals.allLeft', { amount: formats.money(left) })}
          inputMode="decimal"
          error={amount === null ? t('cash.notAnAmount') : null}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={t('entry.withDependents')}
          checked={withDependents}
          onChange={(event) => setWithDependents(event.currentTarget.checked)}
        />
      </AskFrame>
    </div>
  );
}
