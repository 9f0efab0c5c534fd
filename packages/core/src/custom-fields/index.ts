export {
  CHOICES_MAX,
  FIELD_KINDS,
  FIELD_NAME_CHARS_MAX,
  FIELD_SUBJECTS,
  FIELDS_MAX,
  type FieldKind,
  type FieldRule,
  type FieldSubject,
  fieldValue,
  VALUE_CHARS_MAX,
} from './custom-field.ts';
