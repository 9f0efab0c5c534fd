export { drawPdf, type PdfPage, type PdfPile } from './draw-pdf.ts';
