import { type ReactNode, useId, useRef, useState } from 'react';
import styles from './grid.module.css';

/** A cell being typed into: Enter takes it and goes down, Tab takes it, Escape leaves it as it was. */
export function CellEditor(props: {
  label: string;
  startText: string;
  commit: (typed: string) => string | null;
  end: (move: 'down' | 'stay') => void;
}): ReactNode {
  const [typed, setTyped] = useState(props.startText);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const isDone = useRef(false);
  const take = (move: 'down' | 'stay'): void => {
    if (isDone.current) return;
    const refusal = props.commit(typed);
    setProblem(refusal);
    if (refusal !== null) return;
    isDone.current = true;
    props.end(move);
  };
  const leave = (): void => {
    isDone.current = true;
    props.end('stay');
  };
  return (
    <>
      <input
        className={styles.editor}
        aria-label={props.label}
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        // biome-ignore lint/a11y/noAutofocus: the person has just begun to type into this very cell
        autoFocus
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.setSelectionRange(typed.length, typed.length)}
        onBlur={() => (problem === null ? take('stay') : leave())}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') take('down');
          if (event.key === 'Tab') take('stay');
          if (event.key === 'Escape') leave();
          if (event.key === 'Enter' || event.key === 'Tab') event.preventDefault();
        }}
      />
      {problem && (
        <span id={problemId} role="alert" className={styles.editorProblem}>
          {problem}
        </span>
      )}
    </>
  );
}
