/** Making portfolios level: by what, between whom; what would move is shown before, and moved as one act. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { MEASURES, type Measure } from '@quittance/core/portfolios';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useToday } from '../../../ui/format/formats.context.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import type { PortfolioPart } from './portfolios.component.tsx';
import styles from './portfolios.module.css';
import { usePreview } from './portfolios.queries.ts';
import { Preview } from './preview.component.tsx';

const MEASURE_WORDS: Readonly<Record<Measure, TextKey>> = {
  customers: 'portfolios.measureCustomers',
  amount: 'portfolios.measureAmount',
  contacts: 'portfolios.measureContacts',
};

interface LevelBody {
  readonly measure: Measure;
  readonly people: string[];
}

export function LevelView({ code, people }: PortfolioPart): ReactNode {
  const { t } = useTexts();
  const today = useToday();
  const [ask, setAsk] = useState<LevelBody>({ measure: 'customers', people: [] });
  const [untilOn, setUntilOn] = useState('');
  const [reason, setReason] = useState('');
  const params = { path: { company: code } };
  const preview = usePreview((body: LevelBody) =>
    dataOf(api.POST('/api/v1/companies/{company}/portfolios/level/preview', { params, body })),
  );
  const undo = useAct(
    (id: string) =>
      api.POST('/api/v1/companies/{company}/portfolio-moves/{id}/undo', { params: { path: { company: code, id } } }),
    { said: () => t('portfolios.moveUndone') },
  );
  const apply = useAct(
    (body: LevelBody & { fingerprint: string; untilOn: string | null; reason: string }) =>
      dataOf(api.POST('/api/v1/companies/{company}/portfolios/level', { params, body })),
    {
      done: ({ id }) => say({ text: t('portfolios.levelled'), undo: () => undo.mutate(id) }),
    },
  );
  const change = (next: LevelBody): void => {
    preview.reset();
    setAsk(next);
  };
  const toggle = (id: string): void => {
    const without = ask.people.filter((one) => one !== id);
    change({ ...ask, people: without.length < ask.people.length ? without : [...ask.people, id] });
  };
  const { data } = preview;
  const problem = apply.error ?? undo.error;
  return (
    <form
      className={styles.rules}
      onSubmit={(event) => {
        event.preventDefault();
        preview.mutate(ask);
      }}
    >
      <p className={styles.quiet}>{t('portfolios.levelHelp')}</p>
      <NativeSelect
        size="xs"
        label={t('portfolios.measure')}
        value={ask.measure}
        onChange={(event) =>
          change({ ...ask, measure: MEASURES.find((one) => one === event.currentTarget.value) ?? 'customers' })
        }
        data={MEASURES.map((value) => ({ value, label: t(MEASURE_WORDS[value]) }))}
      />
      <fieldset className={styles.people}>
        <legend>{t('portfolios.people')}</legend>
        {people.map(({ id, name }) => (
          <Checkbox key={id} size="xs" label={name} checked={ask.people.includes(id)} onChange={() => toggle(id)} />
        ))}
      </fieldset>
      <div className={styles.line}>
        <Button type="submit" size="xs" variant="default" loading={preview.isPending} disabled={ask.people.length < 2}>
          {t('portfolios.preview')}
        </Button>
      </div>
      {preview.error && <ProblemNote error={preview.error} />}
      {data && <Preview preview={data} />}
      {data && data.moves.length > 0 && (
        <div className={styles.line}>
          <TextInput
            size="xs"
            label={t('portfolios.reason')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DateField size="xs" min={today} label={t('portfolios.untilOn')} value={untilOn} change={setUntilOn} />
          <Button
            size="xs"
            loading={apply.isPending}
            disabled={reason.trim() === ''}
            onClick={() =>
              apply.mutate(
                {
                  ...ask,
                  ...{ fingerprint: data.fingerprint, reason: reason.trim() },
                  untilOn: untilOn === '' ? null : untilOn,
                },
                { onSuccess: () => preview.reset() },
              )
            }
          >
            {t('portfolios.apply')}
          </Button>
        </div>
      )}
      {problem && <ProblemNote error={problem} />}
    </form>
  );
}
