/** Handing somebody's work over by itself: of who left, or of who changes desks. */
import { Button } from '@mantine/core';
import type { Role } from '@quittance/core/permissions';
import type { ReactNode } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { say } from '../../../ui/notice/notice.component.tsx';
import styles from './hand-over.module.css';
import { type ChosenHandOver, HandOverChoice, useHandOver } from './hand-over-choice.component.tsx';
import { goingInWords, useHandOverTexts } from './hand-over-texts.ts';
import { useTakeBack } from './use-take-back.ts';

export function HandOverForm(props: {
  readonly code: string;
  readonly from: { readonly id: string; readonly name: string };
  /** With which the person goes on: what they allow is not handed over. */
  readonly roles: readonly Role[];
  readonly close: () => void;
}): ReactNode {
  const { t, own } = useHandOverTexts();
  const { code, from, roles, close } = props;
  const state = useHandOver(code, { fromId: from.id, roles, reason: own('handOver.reasonGiven', { name: from.name }) });
  const takeBack = useTakeBack(code);
  const act = useAct(
    (chosen: ChosenHandOver) =>
      dataOf(
        api.POST('/api/v1/companies/{company}/hand-overs', {
          params: { path: { company: code } },
          body: { ...chosen, fromId: from.id, roles: [...roles] },
        }),
      ),
    {
      done: ({ id }) => {
        const totals = state.preview?.totals ?? [];
        const text = own('handOver.done', { name: from.name, work: goingInWords(own, totals) });
        say({ text, undo: () => takeBack.mutate({ id, fromName: from.name, totals }) });
        close();
      },
    },
  );
  return (
    <form
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (state.chosen && !act.isPending) act.mutate(state.chosen);
      }}
    >
      <HandOverChoice code={code} from={from} state={state} mayLeave={false} />
      {state.preview && !state.hasWork && <p>{own('handOver.nothing', { name: from.name })}</p>}
      {act.error && <ProblemNote error={act.error} />}
      <div className={styles.line}>
        <Button type="submit" size="xs" loading={act.isPending} disabled={state.chosen === null}>
          {own('handOver.act')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
