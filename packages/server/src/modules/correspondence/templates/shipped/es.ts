import { letter, type TemplateTexts } from './template-text.ts';

const CLOSE = 'Un cordial saludo\n{{ sender.name }}';
const ITEMS = '{{ items_table }}';
const PAY = '{{ payment_block }}';

export const SPANISH: TemplateTexts = {
  pre_due: letter(
    'Facturas próximas a vencer – {{ customer.name }}',
    CLOSE,
    'Le recordamos que en los próximos días vencen los siguientes documentos:',
    ITEMS,
    'Si el pago ya está previsto, no tiene que hacer nada. Si le falta algo para pagar a tiempo (un número de pedido, una copia, una aprobación), escríbanos ahora y se lo enviaremos.',
    PAY,
  ),
  statement: letter(
    'Estado de cuenta a {{ today }} – {{ customer.name }}',
    CLOSE,
    'A {{ today }} su cuenta presenta {{ total_open }} pendientes, de los que {{ total_overdue }} ya han vencido.',
    ITEMS,
    'Le rogamos que lo compare con su contabilidad y nos indique cualquier diferencia.',
    PAY,
  ),
  notice_1: letter(
    'Facturas vencidas – {{ customer.name }}',
    CLOSE,
    'Quizá se trate de un descuido: todavía no hemos recibido el pago de los siguientes documentos.',
    ITEMS,
    '¿Podría ordenar el pago de {{ total_overdue }} o indicarnos la fecha prevista? Si ya ha pagado, se lo agradecemos; una nota con la fecha y el importe nos ayuda a localizarlo.',
    PAY,
  ),
  notice_2: letter(
    'Segundo aviso: {{ total_overdue }} vencidos – {{ customer.name }}',
    CLOSE,
    'Ya le escribimos acerca de los documentos siguientes. Siguen pendientes, el más antiguo desde el {{ oldest_due }}.',
    ITEMS,
    'Le rogamos que pague {{ total_overdue }} antes del {{ pay_by }}. Si alguna factura no puede pagarse, díganos cuál y por qué, para resolverlo juntos.',
    PAY,
  ),
  notice_3: letter(
    'Tercer aviso: pago antes del {{ pay_by }} – {{ customer.name }}',
    CLOSE,
    'A pesar de nuestros avisos siguen sin pagar {{ total_overdue }}, con hasta {{ days_late }} días de retraso. No nos consta ninguna objeción a estas facturas.',
    ITEMS,
    'Le pedimos que pague el importe total antes del {{ pay_by }}. Pasada esa fecha podríamos revisar las condiciones de suministro y cargar los intereses y gastos que la ley prevé por la demora.',
    'Si no puede pagar de inmediato, llámenos antes: un plan acordado es mejor para todos.',
    PAY,
  ),
  notice_4: letter(
    'Último aviso antes de otras medidas – {{ customer.name }}',
    CLOSE,
    'Este es nuestro último aviso. Hay {{ total_overdue }} vencidos, la parte más antigua desde hace {{ days_late }} días, y nuestras cartas no han tenido resultado.',
    ITEMS,
    'Si no recibimos el importe total antes del {{ pay_by }}, pasaremos el asunto a recobro sin más aviso, con los intereses y gastos correspondientes.',
    PAY,
  ),
  promise_confirmation: letter(
    'Su pago de {{ promise.amount }} el {{ promise.on }}',
    CLOSE,
    'Gracias por su confirmación. Hemos anotado que pagará {{ promise.amount }} el {{ promise.on }} y hasta entonces no le enviaremos avisos por estos documentos.',
    ITEMS,
    'Si algo cambia, le rogamos que nos lo diga antes de esa fecha.',
    PAY,
  ),
  promise_broken: letter(
    'No hemos recibido el pago del {{ promise.on }}',
    CLOSE,
    'Nos dijo que pagaría {{ promise.amount }} el {{ promise.on }}. No lo hemos recibido, o no por completo.',
    ITEMS,
    'Envíenos por favor el justificante de la transferencia o díganos hoy una fecha segura.',
    PAY,
  ),
  payment_question: letter(
    'Una pregunta sobre su pago de {{ receipt.amount }}',
    CLOSE,
    'El {{ receipt.on }} recibimos {{ receipt.amount }}, gracias. No sabemos con certeza a qué facturas corresponde.',
    '¿Podría enviarnos la lista de las facturas pagadas, con el importe de cada una y el motivo de los descuentos? Esto es lo que sigue pendiente:',
    ITEMS,
  ),
  thanks: letter(
    'Gracias por su pago de {{ receipt.amount }}',
    CLOSE,
    'El {{ receipt.on }} recibimos {{ receipt.amount }}. Gracias.',
    'En su cuenta quedan pendientes {{ total_open }}.',
  ),
  dispute_received: letter(
    'Estamos revisando {{ dispute.items }}',
    CLOSE,
    'Gracias por avisarnos sobre {{ dispute.items }}: {{ dispute.reason }}.',
    'Lo estamos revisando y le responderemos. Hasta que se aclare no reclamaremos este importe; lo demás sigue venciendo según lo acordado.',
  ),
  meeting_invitation: letter(
    'Reunión del {{ meeting.starts }} – cuenta de {{ customer.name }}',
    CLOSE,
    'Nos gustaría repasar con usted los puntos abiertos de su cuenta el {{ meeting.starts }}.',
    'De qué queremos hablar: {{ meeting.agenda }}',
    ITEMS,
    'Si la hora no le viene bien, propónganos otra.',
  ),
};
