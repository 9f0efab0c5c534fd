export {
  createGuardedXml,
  type GuardedXml,
  localName,
  type XmlEvents,
  type XmlLimits,
  XmlRefused,
} from './guarded-xml.ts';
