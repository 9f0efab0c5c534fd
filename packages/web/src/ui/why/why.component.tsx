/** The signature of the product: beside a figure stands a small "why" that opens its evidence in place. */
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import styles from './why.module.css';

/** `about` names the figure for a screen reader: "why 8,120.00 EUR open". */
export function Why(props: {
  about: string;
  isOpenAtFirst?: boolean;
  figure: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(props.isOpenAtFirst ?? false);
  const id = useId();
  return (
    <div className={styles.why}>
      <div className={styles.figure}>
        {props.figure}
        <button
          type="button"
          className={styles.ask}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={t('why.about', { about: props.about })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('why.ask')}
        </button>
      </div>
      <div id={id} className={styles.evidence} hidden={!isOpen}>
        {isOpen && props.children}
      </div>
    </div>
  );
}
