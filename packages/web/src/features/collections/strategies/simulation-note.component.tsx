/** A simulation of a version: how far it has come, what it counted, and each figure with what stands behind it. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { useDunningWords } from '../dunning/dunning-words.ts';
import styles from './simulation.module.css';
import { type Behind, SimulationDetails } from './simulation-details.component.tsx';
import type { Simulation } from './strategies.queries.ts';
import { useStrategyTexts } from './strategy-texts.ts';

interface SimulationProps {
  readonly code: string;
  readonly simulation: Simulation;
  readonly mayPropose: boolean;
}

export function SimulateButton(props: { code: string; number: number; isAgain: boolean }): ReactNode {
  const { own } = useStrategyTexts();
  const { code, number, isAgain } = props;
  const params = { path: { company: code, number } };
  const start = useAct(
    () => dataOf(api.POST('/api/v1/companies/{company}/strategies/{number}/simulations', { params })),
    { said: () => own('simulation.started', { number }) },
  );
  return (
    <>
      {start.error && <ProblemNote error={start.error} />}
      <Button size="compact-xs" variant="default" loading={start.isPending} onClick={() => start.mutate(undefined)}>
        {own(isAgain ? 'simulation.again' : 'simulation.start')}
      </Button>
    </>
  );
}

export function SimulationNote(props: SimulationProps): ReactNode {
  const { own } = useStrategyTexts();
  const { simulation } = props;
  return (
    <section className={styles.simulation} aria-label={own('simulation.figures')}>
      {simulation.state === 'running' && <Progress {...props} />}
      {(simulation.state === 'cancelled' || simulation.state === 'failed') && <Left {...props} />}
      {simulation.customersDone > 0 && <Figures {...props} />}
    </section>
  );
}

function Progress({ code, simulation, mayPropose }: SimulationProps): ReactNode {
  const { own } = useStrategyTexts();
  const formats = useFormats();
  const params = { path: { company: code, id: simulation.id } };
  const cancel = useAct(
    () => dataOf(api.POST('/api/v1/companies/{company}/strategy-simulations/{id}/cancel', { params })),
    { said: () => own('simulation.cancelled') },
  );
  const words = own('simulation.progress', {
    done: formats.count(simulation.customersDone),
    known: formats.count(simulation.customersKnown),
  });
  return (
    <div className={styles.progress}>
      <progress value={simulation.customersDone} max={simulation.customersKnown} aria-label={words} />
      <span>{simulation.customersDone === 0 ? own('simulation.loads') : words}</span>
      {mayPropose && (
        <Button size="compact-xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          {own('simulation.cancel')}
        </Button>
      )}
      {cancel.error && <ProblemNote error={cancel.error} />}
    </div>
  );
}

function Left({ code, simulation, mayPropose }: SimulationProps): ReactNode {
  const { own } = useStrategyTexts();
  const formats = useFormats();
  const params = { path: { company: code, id: simulation.id } };
  const again = useAct(
    () => dataOf(api.POST('/api/v1/companies/{company}/strategy-simulations/{id}/resume', { params })),
    { said: () => own('simulation.resumed') },
  );
  const counts = {
    done: formats.count(simulation.customersDone),
    known: formats.count(simulation.customersKnown),
  };
  return (
    <div className={styles.progress}>
      <span className={styles.care}>
        {simulation.failure ?? own('simulation.wasCancelled')} {own('simulation.progress', counts)}
      </span>
      {mayPropose && (
        <Button size="compact-xs" variant="default" loading={again.isPending} onClick={() => again.mutate(undefined)}>
          {own('simulation.resume')}
        </Button>
      )}
      {again.error && <ProblemNote error={again.error} />}
    </div>
  );
}

interface Part {
  readonly behind: Behind;
  readonly figure: string;
  readonly words: string;
  readonly isEmpty: boolean;
}

function Figures({ code, simulation }: SimulationProps): ReactNode {
  const { own } = useStrategyTexts();
  const formats = useFormats();
  const [open, setOpen] = useState<Behind | null>(null);
  const { draft, done, from, until, customersDone } = simulation;
  const says = own('simulation.says', {
    from: formats.date(from),
    until: formats.date(until),
    customers: formats.count(customersDone),
    letters: formats.count(draft.letters.count),
    lettersDone: formats.count(done.letters.count),
    tasks: formats.count(draft.tasks.count),
    tasksDone: formats.count(done.tasks.count),
    asked: formats.money(draft.letters.asked),
    askedDone: formats.money(done.letters.asked),
  });
  return (
    <>
      <p>{says}</p>
      <ul className={styles.parts}>
        {usePartsOf(simulation).map(({ behind, figure, words, isEmpty }) => (
          <li key={behind}>
            <button
              type="button"
              className={styles.part}
              aria-pressed={open === behind}
              disabled={isEmpty}
              onClick={() => setOpen(open === behind ? null : behind)}
            >
              <b>{figure}</b> {words}
            </button>
          </li>
        ))}
      </ul>
      <HeldBack held={simulation.held} />
      <p className={styles.quiet}>{own('simulation.limits')}</p>
      {open !== null && <SimulationDetails code={code} simulation={simulation} behind={open} />}
    </>
  );
}

/** Why less would have gone out than the ladder says: "43 items held back: the bank’s statements are too old". */
function HeldBack({ held }: Pick<Simulation, 'held'>): ReactNode {
  const { own } = useStrategyTexts();
  const formats = useFormats();
  const { reason: inWords } = useDunningWords();
  if (held.length === 0) return null;
  const told = held.map(
    ({ reason, items }) =>
      `${formats.count(items)} ${own('simulation.heldBack', { count: items })}: ${inWords(reason)}`,
  );
  return <p>{told.join(' · ')}</p>;
}

function usePartsOf({ draft, done, onlyDraft, onlyDone, overlap }: Simulation): Part[] {
  const { own } = useStrategyTexts();
  const formats = useFormats();
  const saved = done.letters.count - draft.letters.count;
  const all = draft.letters.count + done.letters.count + draft.tasks.count + done.tasks.count;
  return [
    {
      behind: 'weeks',
      figure: formats.count(Math.abs(saved)),
      words: own(saved < 0 ? 'simulation.more' : 'simulation.saved', { count: Math.abs(saved) }),
      isEmpty: all === 0,
    },
    {
      behind: 'onlyDraft',
      figure: formats.count(onlyDraft),
      words: own('simulation.onlyDraft', { count: onlyDraft }),
      isEmpty: onlyDraft === 0,
    },
    {
      behind: 'onlyDone',
      figure: formats.count(onlyDone),
      words: own('simulation.onlyDone', { count: onlyDone }),
      isEmpty: onlyDone === 0,
    },
    {
      behind: 'ranks',
      figure: formats.count(overlap?.common ?? 0),
      words: own('simulation.sameTop', { of: overlap?.of ?? 0 }),
      isEmpty: overlap === null,
    },
  ];
}
