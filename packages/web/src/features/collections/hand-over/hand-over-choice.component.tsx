/** To whom somebody's work goes, what that is, and why: as part of an act that somebody else's button carries out. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { Role } from '@quittance/core/permissions';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { portfoliosQuery } from '../portfolios/portfolios.queries.ts';
import styles from './hand-over.module.css';
import { type HandOverPreview, previewQuery } from './hand-over.queries.ts';
import { sumsByKind, useHandOverTexts, workInWords } from './hand-over-texts.ts';
import { useNameWithAbsence } from './use-away.ts';

export const BY_CUSTOMER = '';
export const LEAVE = 'leave';

/** What is chosen and could be carried out. */
export interface ChosenHandOver {
  readonly toId: string | null;
  readonly fingerprint: string;
  readonly reason: string;
}

export interface HandOverState {
  readonly to: string;
  readonly reason: string;
  readonly preview: HandOverPreview | undefined;
  readonly error: Error | null;
  readonly hasWork: boolean;
  /** Null: nothing to hand over, or not asked for. */
  readonly chosen: ChosenHandOver | null;
  /** Work is there and could go as chosen, or stays as chosen. */
  readonly isReady: boolean;
  readonly setTo: (to: string) => void;
  readonly setReason: (reason: string) => void;
}

/** `roles`: with which the person goes on; null while nobody asks. */
export function useHandOver(
  code: string,
  given: { readonly fromId: string; readonly roles: readonly Role[] | null; readonly reason: string },
): HandOverState {
  const [to, setTo] = useState<string>(BY_CUSTOMER);
  const [reason, setReason] = useState(given.reason);
  const toId = to === BY_CUSTOMER || to === LEAVE ? null : to;
  const asked = useQuery({
    ...previewQuery(code, { fromId: given.fromId, toId, roles: given.roles ?? [] }),
    enabled: given.roles !== null,
  });
  const preview = given.roles === null ? undefined : asked.data;
  const hasWork = preview !== undefined && preview.totals.length + preview.leftOver.length > 0;
  const isWhole = preview !== undefined && preview.leftOver.length === 0 && reason.trim() !== '';
  const chosen =
    hasWork && isWhole && to !== LEAVE ? { toId, fingerprint: preview.fingerprint, reason: reason.trim() } : null;
  const isReady = preview !== undefined && (!hasWork || to === LEAVE || chosen !== null);
  return { to, reason, preview, error: asked.error, hasWork, chosen, isReady, setTo, setReason };
}

export function HandOverChoice(props: {
  readonly code: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly state: HandOverState;
  readonly mayLeave: boolean;
}): ReactNode {
  const { own } = useHandOverTexts();
  const { code, from, state, mayLeave } = props;
  const people = useQuery(portfoliosQuery(code)).data?.people ?? [];
  const named = useNameWithAbsence(code);
  if (state.error && !state.preview) return <ProblemNote error={state.error} />;
  if (!state.hasWork) return null;
  return (
    <fieldset className={styles.choice}>
      <legend>{own('handOver.of', { name: from.name })}</legend>
      <NativeSelect
        size="xs"
        label={own('handOver.to')}
        value={state.to}
        onChange={(event) => state.setTo(event.currentTarget.value)}
        data={[
          { value: BY_CUSTOMER, label: own('handOver.byCustomer') },
          ...people.filter(({ id }) => id !== from.id).map(({ id, name }) => ({ value: id, label: named(id, name) })),
          ...(mayLeave ? [{ value: LEAVE, label: own('handOver.leave') }] : []),
        ]}
      />
      {state.preview && <WhatGoes preview={state.preview} isLeft={state.to === LEAVE} named={named} />}
      {state.to !== LEAVE && (
        <TextInput
          size="xs"
          label={own('handOver.reason')}
          maxLength={500}
          value={state.reason}
          onChange={(event) => state.setReason(event.currentTarget.value)}
        />
      )}
    </fieldset>
  );
}

function WhatGoes(props: {
  readonly preview: HandOverPreview;
  readonly isLeft: boolean;
  readonly named: (id: string | null, name: string) => string;
}): ReactNode {
  const { own } = useHandOverTexts();
  const { preview, isLeft, named } = props;
  const { totals, leftOver } = preview;
  if (isLeft) return <p className={styles.quiet}>{workInWords(own, sumsByKind([...totals, ...leftOver]))}</p>;
  const receivers = [...new Map(totals.map(({ toId, toName }) => [toId, toName]))];
  return (
    <>
      <ul className={styles.plain} aria-label={own('handOver.would')}>
        {receivers.map(([toId, name]) => (
          <li key={toId}>
            {workInWords(
              own,
              totals.filter((one) => one.toId === toId),
            )}{' '}
            → <b>{named(toId, name ?? own('handOver.team'))}</b>
          </li>
        ))}
      </ul>
      {leftOver.length > 0 && (
        <Status tone="alert" word={own('handOver.leftOver', { work: workInWords(own, leftOver) })} />
      )}
    </>
  );
}
