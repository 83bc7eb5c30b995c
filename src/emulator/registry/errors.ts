/** The error codes of the OCI distribution specification 1.1, with the HTTP status that Amazon ECR sends with each. */
const STATUS = {
  BLOB_UNKNOWN: 404,
  BLOB_UPLOAD_INVALID: 400,
  BLOB_UPLOAD_UNKNOWN: 404,
  DENIED: 403,
  DIGEST_INVALID: 400,
  MANIFEST_BLOB_UNKNOWN: 404,
  MANIFEST_INVALID: 400,
  MANIFEST_UNKNOWN: 404,
  NAME_INVALID: 400,
  NAME_UNKNOWN: 404,
  RANGE_INVALID: 416,
  SIZE_INVALID: 400,
  TAG_INVALID: 400,
  UNAUTHORIZED: 401,
  UNSUPPORTED: 405
} as const;

type RegistryErrorCode = keyof typeof STATUS;

/** An answer of the registry that is an error. Docker prints the code in lower case, then the message: `tag invalid: The image tag …`. */
export class RegistryError extends Error {
  readonly code: RegistryErrorCode;
  readonly status: number;

  constructor(code: RegistryErrorCode, message: string) {
    super(message);
    this.name = 'RegistryError';
    this.code = code;
    this.status = STATUS[code];
  }
}

/** The body of an error answer, as the distribution specification lays it down. */
export function formatErrorBody(error: RegistryError): string {
  return JSON.stringify({ errors: [{ code: error.code, message: error.message }] });
}

/** ECR's sentence for a repository that is not there; its API and its registry use the same one. */
export function describeMissingRepository(name: string, registryId: string): string {
  return `The repository with name '${name}' does not exist in the registry with id '${registryId}'`;
}
