export interface MentionPerson {
  readonly id: string;
  readonly name: string;
}
