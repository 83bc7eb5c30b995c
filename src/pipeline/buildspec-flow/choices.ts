/**
 * Decides what reading cannot tell, a way at a time: `choose` answers false first, and `advance` goes to the next combination of answers, until
 * all have been tried.
 */
export class Choices {
  private readonly answers: boolean[] = [];
  private at = 0;

  choose(): boolean {
    if (this.at === this.answers.length) this.answers.push(false);
    return this.answers[this.at++] === true;
  }

  /** Whether there is another combination; the next answers are those of it. */
  advance(): boolean {
    this.answers.length = this.at;
    this.at = 0;
    while (this.answers.at(-1) === true) this.answers.pop();
    if (this.answers.length === 0) return false;
    this.answers[this.answers.length - 1] = true;
    return true;
  }
}
