/** A Function or an asset: where it lies, and who may ask for it. */
export interface Route {
  /** Where callers find it: `/dashboardStats` */
  readonly path: string;
  readonly filePath: string;
  /** Public ones anybody may call, protected ones only Twilio itself, private ones only other Functions. */
  readonly access: 'public' | 'protected' | 'private';
}
