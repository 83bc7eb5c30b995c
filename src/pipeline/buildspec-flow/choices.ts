/**
 * Decides what reading cannot tell, a way at a time. `choose` answers false wherever a way has not been told otherwise; `advance` goes to the next
 * way, those with the fewest answers of true first, until every combination has been tried.
 */
export class Choices {
  private readonly waiting: (readonly boolean[])[] = [];
  private given: readonly boolean[] = [];
  private asked = 0;

  choose(): boolean {
    return this.given[this.asked++] === true;
  }

  /** Whether there is another way; the next answers are those of it. */
  advance(): boolean {
    // Each way is reached from the one with its last true answer taken away.
    for (let at = this.given.length; at < this.asked && this.waiting.length < MAX_WAITING; at++)
      this.waiting.push([...this.given, ...Array.from({ length: at - this.given.length }, () => false), true]);
    this.asked = 0;
    const next = this.waiting.shift();
    if (next === undefined) return false;
    this.given = next;
    return true;
  }
}

const MAX_WAITING = 5_000;
