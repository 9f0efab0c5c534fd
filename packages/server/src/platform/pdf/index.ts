export { drawPdf, type PdfPage } from './draw-pdf.ts';
