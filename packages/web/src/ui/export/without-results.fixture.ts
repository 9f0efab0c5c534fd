/** A workbook with its formulas and without their results, so that whoever opens it computes them. */
import { Workbook } from '@cj-tech-master/excelts';

export async function withoutResults(content: Uint8Array): Promise<Uint8Array> {
  const workbook = new Workbook();
  await workbook.xlsx.load(content as never);
  workbook.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.formula) cell.value = { formula: cell.formula };
    }),
  );
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
