export { readUblDocument, type UblDocument, type UblFault, type UblParty, type UblResult } from './ubl-document.ts';
export { createUblTrees } from './ubl-tree.ts';
