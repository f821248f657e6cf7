// Files that have come are read in a while: asked for at longer and longer waits, for as long as somebody looks.
import { later, Refused } from "../api";
import { here } from "../page";

export class Reading {
  private isWaiting = false;
  private readonly signal = here().signal;

  /** @param look Whether all is read by now. */
  constructor(private readonly look: (signal: AbortSignal) => Promise<boolean>) {}

  async wait(): Promise<void> {
    if (this.isWaiting)
      return;
    this.isWaiting = true;
    try {
      for (let wait = 3000, isRead = false; !isRead; wait = Math.min(wait * 1.5, 30_000)) {
        await later(wait, this.signal);
        isRead = await this.looked();
      }
    } finally {
      this.isWaiting = false;
    }
  }

  /** An app that cannot be reached for a moment is asked again. */
  private async looked(): Promise<boolean> {
    try {
      return await this.look(this.signal);
    } catch (why) {
      if (why instanceof Refused && [0, 503].includes(why.status))
        return false;
      throw why;
    }
  }
}
