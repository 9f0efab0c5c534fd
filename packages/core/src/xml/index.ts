export {
  createGuardedXml,
  type GuardedXml,
  localName,
  type XmlEvents,
  type XmlLimits,
  XmlRefused,
} from './guarded-xml.ts';
export { nodeAt, nodesNamed, textAt, type XmlNode } from './xml-node.ts';
