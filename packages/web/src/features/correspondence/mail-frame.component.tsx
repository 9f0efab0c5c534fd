/** HTML of a mail in a frame of its own: no scripts, no forms, nothing from outside. Links open elsewhere. */
import { type ReactNode, useMemo, useState } from 'react';
import styles from './correspondence.module.css';

/** What a mail that says nothing of its looks is shown in. */
const PAGE =
  '<!doctype html><body style="margin:8px;font:14px/1.5 \'Segoe UI\',Helvetica,Arial,sans-serif;color:#1f2328;overflow-wrap:break-word">';
const HEIGHT_MIN = 60;
const HEIGHT_MAX = 1_600;

/** The house's pages allow no style in their text, and the frame takes that over: looks are set by script, once it is there. */
function withLooksAside(html: string): string {
  // The server has cleaned it: each < begins a tag, and no quoted value holds a > or a quote.
  return (PAGE + html).replace(/<[^>]+>/g, (tag) => tag.replaceAll(' style="', ' data-look="'));
}

function setLooks(page: Document): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-look]')) {
    element.style.cssText = element.dataset.look ?? '';
  }
}

export function MailFrame({ html, title }: { html: string; title: string }): ReactNode {
  const [height, setHeight] = useState(HEIGHT_MIN);
  const content = useMemo(() => withLooksAside(html), [html]);
  return (
    <iframe
      title={title}
      className={styles.mailFrame}
      // Same origin without scripts: only its height is read from here.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={content}
      style={{ height }}
      onLoad={(event) => {
        const page = event.currentTarget.contentDocument;
        if (!page) return;
        setLooks(page);
        setHeight(Math.min(HEIGHT_MAX, Math.max(HEIGHT_MIN, page.documentElement.scrollHeight + 8)));
      }}
    />
  );
}
