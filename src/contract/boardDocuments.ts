/** What a tile shows, and through which visual. The schema of its kind (`src/visuals`) says which further fields there are. */
export interface StoredVisual {
  /** Such as `number`; a tile of a kind that this version does not have is kept, and says so. */
  readonly kind: string;
  /** Key of a metric of the library, for kinds that show one. */
  readonly metric?: string;
  readonly [field: string]: unknown;
}
