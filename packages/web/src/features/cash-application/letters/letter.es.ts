import type { LetterTexts } from './letters.ts';

export const letterEs: LetterTexts = {
  greeting: 'Buenos días:',
  received: 'El {{date}} recibimos su pago de {{amount}}.',
  receivedFrom: 'El {{date}} recibimos un pago de {{amount}} de {{payer}}.',
  payersText: 'El concepto era: «{{text}}».',
  subject: 'Su pago de {{amount}} del {{date}}',
  thanks: 'Muchas gracias y un cordial saludo',
  alreadySettled:
    'La factura {{number}} ya quedó saldada el {{date}}. ¿Se ha pagado dos veces o se trata de otra factura?',
  confirmItems: '¿Es correcto que paga {{numbers}}?',
  doesPayerPayFor: '¿Corresponde a {{numbers}}?',
  isItADuplicate: 'El {{date}} ya recibimos de ustedes el mismo importe. ¿Se ha enviado dos veces este pago?',
  textOrAmount: 'El concepto cita {{cited}}, el importe es el de {{byAmount}}. ¿Qué pagan?',
  whatIsReference: '¿A qué se refiere {{references}} en el concepto y qué facturas pagan?',
  whatIsRestFor: 'El importe supera en {{difference}} las facturas citadas. ¿A qué corresponde el resto?',
  whichItems: '¿Qué facturas paga y para qué cliente?',
  whichOfEqual: '¿Cuál de estas facturas paga: {{numbers}}?',
  whyShort:
    'Faltan {{difference}} en {{numbers}}. ¿Se trata de una deducción, un descuento, gastos bancarios o un pago parcial?',
};
