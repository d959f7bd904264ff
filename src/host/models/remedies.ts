/** What a person can do about a download that failed, in the words of wherever they started it: fragments of sentences. */
export interface Remedies {
  /** Starts with a verb: how to go on from where it stopped. */
  readonly again: string;
  readonly otherMirror: string;
  readonly byHand: string;
  readonly otherFolder: string;
  /** What to do with a checksum that they have from the publisher. */
  readonly ownChecksum: string;
  /** Where a proxy is named. */
  readonly proxy: string;
}
