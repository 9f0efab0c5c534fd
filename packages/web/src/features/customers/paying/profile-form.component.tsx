/** The profile, changed in place. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../../app/api.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { fieldProblem } from '../../../ui/form/problem-text.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { useCustomerAct } from '../customers.queries.ts';
import styles from './paying.module.css';
import type { Profile } from './paying.queries.ts';
import { fieldsOfDraft, type Pair, type ProfileDraft, profileDraftOf } from './profile-draft.ts';
import { DELIVERY_WORDS, ORDER_WORDS } from './profile-words.ts';
import { NTHS, WEEKDAYS, weekdayName } from './rhythm-words.ts';

interface FieldsProps {
  readonly draft: ProfileDraft;
  readonly set: (change: Partial<ProfileDraft>) => void;
}

export function ProfileForm(props: {
  code: string;
  customerId: string;
  current: Profile | undefined;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, current, close } = props;
  const [draft, setDraft] = useState(() => profileDraftOf(current));
  const set = (change: Partial<ProfileDraft>): void => setDraft({ ...draft, ...change });
  const save = useCustomerAct(
    () => {
      const params = { path: { company: code, id: customerId } };
      const body = { seen: current?.number ?? 0, fields: fieldsOfDraft(draft) };
      return dataOf(api.PUT('/api/v1/companies/{company}/customers/{id}/profile', { params, body }));
    },
    { said: t('paying.saved'), done: close },
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <BillingFields draft={draft} set={set} urlProblem={fieldProblem(save.error, 'fields.portalUrl')} />
      <RunFields draft={draft} set={set} />
      <Pairs
        legend="paying.approval"
        words={['paying.who', 'paying.days']}
        pairs={draft.approval}
        set={(approval) => set({ approval })}
      />
      <Pairs
        legend="paying.askFor"
        words={['paying.what', 'paying.whom']}
        pairs={draft.askFor}
        set={(askFor) => set({ askFor })}
      />
      <Textarea
        size="xs"
        label={t('paying.note')}
        autosize
        minRows={2}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <div className={styles.acts}>
        <Button size="xs" type="submit" loading={save.isPending}>
          {t('paying.save')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}

function BillingFields({ draft, set, urlProblem }: FieldsProps & { urlProblem: string | null }): ReactNode {
  const { t } = useTexts();
  const options = (words: Readonly<Record<string, TextKey>>) => [
    { value: '', label: t('paying.nothing') },
    ...Object.entries(words).map(([value, key]) => ({ value, label: t(key) })),
  ];
  const text = (name: 'invoiceAddress' | 'portalName' | 'portalUrl' | 'orderNote', key: TextKey) => ({
    size: 'xs' as const,
    label: t(key),
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={styles.two}>
      <NativeSelect
        size="xs"
        label={t('paying.delivery')}
        data={options(DELIVERY_WORDS)}
        value={draft.delivery}
        onChange={(event) => set({ delivery: event.currentTarget.value as ProfileDraft['delivery'] })}
      />
      <TextInput {...text('invoiceAddress', 'paying.invoiceAddress')} />
      <TextInput {...text('portalName', 'paying.portal')} />
      <TextInput {...text('portalUrl', 'paying.portalUrl')} placeholder="https://" error={urlProblem} />
      <NativeSelect
        size="xs"
        label={t('paying.orderRule')}
        data={options(ORDER_WORDS)}
        value={draft.orderRule}
        onChange={(event) => set({ orderRule: event.currentTarget.value as ProfileDraft['orderRule'] })}
      />
      <TextInput {...text('orderNote', 'paying.orderNote')} />
    </div>
  );
}

function RunFields({ draft, set }: FieldsProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { runKind } = draft;
  return (
    <div className={styles.two}>
      <NativeSelect
        size="xs"
        label={t('paying.payRun')}
        data={[
          { value: '', label: t('paying.nothing') },
          { value: 'weekly', label: t('paying.payRunWeek') },
          { value: 'nth_weekday', label: t('paying.payRunNth') },
          { value: 'month_days', label: t('paying.payRunMonth') },
        ]}
        value={runKind}
        onChange={(event) => set({ runKind: event.currentTarget.value as ProfileDraft['runKind'] })}
      />
      {runKind === 'nth_weekday' && (
        <NativeSelect
          size="xs"
          label={t('paying.which')}
          data={NTHS.map(([nth, key]) => ({ value: String(nth), label: t(key) }))}
          value={String(draft.nth)}
          onChange={(event) => set({ nth: Number(event.currentTarget.value) })}
        />
      )}
      {(runKind === 'weekly' || runKind === 'nth_weekday') && (
        <NativeSelect
          size="xs"
          label={t('paying.weekday')}
          data={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day, formats.locale) }))}
          value={String(draft.weekday)}
          onChange={(event) => set({ weekday: Number(event.currentTarget.value) })}
        />
      )}
      {runKind === 'month_days' && (
        <TextInput
          size="xs"
          label={t('paying.payDays')}
          value={draft.runDays}
          onChange={(event) => set({ runDays: event.currentTarget.value })}
        />
      )}
      <TextInput
        size="xs"
        inputMode="numeric"
        label={t('paying.cutOffDays')}
        value={draft.cutOffDays}
        onChange={(event) => set({ cutOffDays: event.currentTarget.value })}
      />
    </div>
  );
}

const PAIRS_MAX = 10; // as the server takes them

function Pairs(props: {
  legend: TextKey;
  words: readonly [TextKey, TextKey];
  pairs: readonly Pair[];
  set: (pairs: readonly Pair[]) => void;
}): ReactNode {
  const { t } = useTexts();
  const { legend, words, pairs, set } = props;
  const change = (at: number, part: Partial<Pair>): void =>
    set(pairs.map((pair, index) => (index === at ? { ...pair, ...part } : pair)));
  return (
    <fieldset>
      <legend>{t(legend)}</legend>
      {pairs.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
        <div key={index} className={styles.row}>
          <TextInput
            size="xs"
            aria-label={t(words[0])}
            placeholder={t(words[0])}
            value={pair.first}
            onChange={(event) => change(index, { first: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            className={styles.grow}
            aria-label={t(words[1])}
            placeholder={t(words[1])}
            value={pair.second}
            onChange={(event) => change(index, { second: event.currentTarget.value })}
          />
          <TextAct onClick={() => set(pairs.filter((_, place) => place !== index))}>{t('paying.remove')}</TextAct>
        </div>
      ))}
      {pairs.length < PAIRS_MAX && (
        <span>
          <TextAct onClick={() => set([...pairs, { first: '', second: '' }])}>{t('paying.addLine')}</TextAct>
        </span>
      )}
    </fieldset>
  );
}
