/** An answer: of the JSON protocol, whose `target` is that of `X-Amz-Target`, or of the query protocol. */
type Answered =
  | { readonly target: string; readonly status: number; readonly text: string }
  | { readonly form: string; readonly status: number; readonly text: string };

export function recordAnswer(answered: Answered): void;
