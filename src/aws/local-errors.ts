/** Of Node's TLS: whoever signed the certificate is not trusted here. */
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'
]);
const NOT_AWS =
  'What answers there is not AWS: look at the proxy, at AWS_ENDPOINT_URL, and whether this network wants a sign-in.';

/**
 * What to tell where it is this machine, or the network around it, that does not fit: names, certificates, the clock, answers that nobody
 * at AWS wrote.
 *
 * @param code the error's name or the system's code
 * @param status HTTP's, where there was an answer
 * @returns a better sentence where the error's own says nothing, and what to do; undefined where the fault is elsewhere
 */
export function explainLocalError(
  error: unknown,
  code: string,
  status: number | undefined
): { readonly sentence?: string; readonly next: string } | undefined {
  const message = error instanceof Error ? error.message : '';
  if (UNTRUSTED.has(code)) {
    return {
      next: "The certificate's issuer is not trusted on this machine: set AWS_CA_BUNDLE to a PEM file with the certificates of your proxy or endpoint."
    };
  }
  if (/^ERR_(TLS|SSL)_/.test(code)) return { next: NOT_AWS };
  if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code) || isClockSkew(code, message))
    return { next: "Check this machine's clock first." };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      next: 'DNS lookup failed: check the region name, the network, and HTTPS_PROXY.'
    };
  }
  const isForeign = error instanceof SyntaxError || code === 'Unknown';
  if (!isForeign || (status ?? 0) >= 500) return undefined;
  const why = error instanceof SyntaxError ? ` (${message.split('\n')[0] ?? ''})` : '';
  return { sentence: `the answer, HTTP ${status ?? '?'}, is not from AWS${why}`, next: NOT_AWS };
}

/** AWS refuses what was signed at another time than its own, by more than five or fifteen minutes, and says both times. */
function isClockSkew(code: string, message: string): boolean {
  return code === 'RequestTimeTooSkewed' || /Signature (expired|not yet current)/.test(message);
}
