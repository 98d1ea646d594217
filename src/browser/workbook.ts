/** Writes a workbook in the page; loaded when one is asked for. */
import writeWorkbook from 'write-excel-file/browser';

(
  globalThis as unknown as { jaugeWorkbook: (rows: readonly (readonly (string | number)[])[]) => Promise<Blob> }
).jaugeWorkbook = (rows) =>
  writeWorkbook(
    rows.map((row, r) =>
      row.map((value) =>
        typeof value === 'number'
          ? { value, type: Number, format: '#,##0.00' }
          : { value, type: String, ...(r === 0 && { fontWeight: 'bold' as const }) },
      ),
    ),
  ).toBlob();
