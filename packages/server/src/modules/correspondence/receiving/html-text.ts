/** The words of an HTML mail, one line for each line a reader sees. */
import sanitizeHtml from 'sanitize-html';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** `plainText('<p>We pay <b>1,200</b></p><p>Friday</p>')` is "We pay 1,200\nFriday". */
export function plainText(html: string): string {
  const broken = html
    .replace(/<(?:style|script|head|title)\b[\s\S]*?<\/(?:style|script|head|title)>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<\/t[dh]>/gi, '\t')
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|li|h[1-6]|table|blockquote)>/gi, '\n');
  return sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} })
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
