/** Papers for tests, made by the tests: PDFs of text, and pictures of pages as a scanner sees them. */
import { createCanvas } from '@napi-rs/canvas';

/** A piece of text at a place, in points from the upper left corner of A4. */
export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const WIDTH = 595;
const HEIGHT = 842;

/** Rows of a table: each cell at its column's place; numbers end at theirs. */
export function tableRows(columns: readonly number[], top: number, rows: readonly (readonly string[])[]): Written[] {
  return rows.flatMap((cells, row) =>
    cells.map((text, at) => {
      const isNumber = /^-?[\d.,]+$/.test(text) && at > 0;
      const place = columns[at] ?? 0;
      return { text, x: isNumber ? place + 60 - text.length * 5 : place, y: top + row * 18 };
    }),
  );
}

/** A PDF of pages with text in Helvetica of 10 points, uncompressed: what it holds can be read in an editor. */
export function pdfOf(pages: readonly (readonly Written[])[]): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const kids: string[] = [];
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const page of pages) {
    const content = page
      .map(({ text, x, y }) => `BT /F1 10 Tf ${x} ${HEIGHT - y} Td (${text.replace(/([()\\])/g, '\\$1')}) Tj ET`)
      .join('\n');
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    const box = `/MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >>`;
    objects.push(`<< /Type /Page /Parent 2 0 R ${box} /Contents ${objects.length} 0 R >>`);
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

/** The same page as a picture at 150 dots an inch, turned by so many degrees, with dust on it. */
export function scanOf(page: readonly Written[], degrees = 0): Buffer {
  const scale = 150 / 72;
  const canvas = createCanvas(WIDTH * scale, HEIGHT * scale);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fdfdfb';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-canvas.width / 2, -canvas.height / 2);
  context.fillStyle = '#222';
  context.font = `${11 * scale}px sans-serif`;
  for (const { text, x, y } of page) context.fillText(text, x * scale, y * scale);
  for (let at = 0; at < 400; at += 1) {
    context.fillRect((at * 7919) % canvas.width, (at * 104_729) % canvas.height, 1, 1);
  }
  return canvas.toBuffer('image/png');
}

/** A PDF whose only page is a picture. */
export function pdfOfPicture(jpeg: Buffer, width: number, height: number): Uint8Array {
  const draw = `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /I Do Q`;
  const head = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /XObject << /I 5 0 R >> >> /Contents 3 0 R >>`,
  ].map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const image = `5 0 obj\n<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n${head.join('')}${image}`, 'latin1'),
    jpeg,
    Buffer.from('\nendstream\nendobj\ntrailer << /Size 6 /Root 1 0 R >>\n%%EOF', 'latin1'),
  ]);
}
