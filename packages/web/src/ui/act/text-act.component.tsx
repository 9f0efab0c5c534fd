/** An act that stands within a line of text: as quiet as a link, and a button. */
import type { ComponentProps, ReactNode } from 'react';
import styles from './text-act.module.css';

export function TextAct({ className, ...button }: ComponentProps<'button'>): ReactNode {
  const own = className === undefined ? styles.textAct : `${styles.textAct} ${className}`;
  return <button type="button" {...button} className={own} />;
}
