/** HTML of a mail in a frame of its own: no scripts, no forms, nothing from outside. Links open elsewhere. */
import { type ReactNode, useState } from 'react';
import styles from './correspondence.module.css';

/** What a mail that says nothing of its looks is shown in. */
const PAGE =
  '<!doctype html><body style="margin:8px;font:14px/1.5 \'Segoe UI\',Helvetica,Arial,sans-serif;color:#1f2328;overflow-wrap:anywhere">';
const HEIGHT_MIN = 60;
const HEIGHT_MAX = 1_600;

export function MailFrame({ html, title }: { html: string; title: string }): ReactNode {
  const [height, setHeight] = useState(HEIGHT_MIN);
  return (
    <iframe
      title={title}
      className={styles.mailFrame}
      // Same origin without scripts: only its height is read from here.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={PAGE + html}
      style={{ height }}
      onLoad={(event) => {
        const page = event.currentTarget.contentDocument?.documentElement;
        if (page) setHeight(Math.min(HEIGHT_MAX, Math.max(HEIGHT_MIN, page.scrollHeight + 8)));
      }}
    />
  );
}
