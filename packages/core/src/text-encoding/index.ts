export {
  createFileDecoder,
  type DecodedText,
  type FileDecoder,
  type NativeDecoder,
  type NativeDecoders,
} from './text-encoding.ts';
