import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkPassword, readBasicAuthorization, USER_NAME, type PasswordHolder } from './credentials.js';
import { describeMissingRepository, formatErrorBody, RegistryError } from './errors.js';
import {
  deleteManifest,
  readManifestRequest,
  serveCatalog,
  serveManifest,
  serveReferrers,
  serveTags,
  takeManifest
} from './manifest-requests.js';
import { answer, type Exchange, type RegistryHost } from './exchange.js';
import { isRepositoryName, type ImageRepository } from './repository.js';
import { readRoute, type RegistryRoute } from './route.js';
import { serveBlob, serveUpload, startUpload } from './upload-requests.js';

/**
 * Serves the paths below `/v2/`: the OCI distribution specification 1.1 with ECR's manners (user `AWS`, repositories must exist, immutable
 * tags, ECR's error sentences). Repositories are those of the region that the password was issued for. Images can be deleted; blobs go with
 * them, so DELETE of a blob is answered with UNSUPPORTED.
 */
export async function serveRegistry(
  host: RegistryHost,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const url = new URL(request.url ?? '/', host.endpoint);
  response.setHeader('Docker-Distribution-Api-Version', 'registry/2.0');
  try {
    const holder = authenticate(host, request, url);
    const route = readRoute(decodePath(url.pathname));
    if (route === undefined) throw new RegistryError('NAME_UNKNOWN', `Nothing is served at ${url.pathname}`);
    if (route.kind === 'ping') {
      answer(response, 200, { 'Content-Type': 'application/json' }, '{}');
      return;
    }
    if (route.kind === 'catalog') {
      if (request.method !== 'GET')
        throw new RegistryError('UNSUPPORTED', `${request.method ?? ''} is not supported here`);
      serveCatalog(host.listRepositories(holder.region), url.searchParams, response);
      return;
    }
    const repository = openRepository(host, holder, route, request.method ?? 'GET');
    await dispatch(route, {
      host,
      repository,
      method: request.method ?? 'GET',
      query: url.searchParams,
      request,
      response
    });
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    refuse(host, request, response, error);
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new RegistryError('NAME_INVALID', `The path '${path}' is not percent-encoded UTF-8`);
  }
}

async function dispatch(route: RepositoryRoute, exchange: Exchange): Promise<void> {
  const { method } = exchange;
  const isRead = method === 'GET' || method === 'HEAD';
  switch (route.kind) {
    case 'uploads':
      if (method === 'POST') return startUpload(exchange);
      break;
    case 'upload':
      return serveUpload(exchange, route.id);
    case 'blob':
      if (isRead) return serveBlob(exchange, route.digest);
      break;
    case 'manifest':
      if (isRead) {
        serveManifest(exchange, route.reference);
        return;
      }
      if (method === 'PUT') {
        takeManifest(exchange, route.reference, await readManifestRequest(exchange.request));
        return;
      }
      if (method === 'DELETE') {
        deleteManifest(exchange, route.reference);
        return;
      }
      break;
    case 'tags':
      if (isRead) {
        serveTags(exchange);
        return;
      }
      break;
    case 'referrers':
      if (isRead) {
        serveReferrers(exchange, route.digest);
        return;
      }
  }
  throw new RegistryError('UNSUPPORTED', `${method} is not supported here`);
}

/** Whose password it is. */
function authenticate(host: RegistryHost, request: IncomingMessage, url: URL): PasswordHolder {
  // GetDownloadUrlForLayer gives an address that is its own key.
  const key = url.searchParams.get('X-Amz-Signature');
  const login =
    key === null ? readBasicAuthorization(request.headers.authorization) : { user: USER_NAME, password: key };
  if (login === undefined) throw new RegistryError('UNAUTHORIZED', 'Not Authorized');
  const check = checkPassword(host.signingKey, login.password, host.now());
  if (login.user !== USER_NAME || check.kind === 'wrong') {
    throw new RegistryError('UNAUTHORIZED', 'Your Authorization Token is invalid.');
  }
  if (check.kind === 'expired') {
    throw new RegistryError('DENIED', 'Your authorization token has expired. Reauthenticate and try again.');
  }
  // A login is good in one region.
  if (host.region !== undefined && host.region !== check.holder.region) {
    throw new RegistryError('UNAUTHORIZED', 'Your Authorization Token is invalid.');
  }
  return check.holder;
}

type RepositoryRoute = Exclude<RegistryRoute, { kind: 'ping' | 'catalog' }>;

function openRepository(
  host: RegistryHost,
  holder: PasswordHolder,
  route: RepositoryRoute,
  method: string
): ImageRepository {
  const { name } = route;
  if (!isRepositoryName(name)) throw new RegistryError('NAME_INVALID', `Invalid repository name '${name}'`);
  const isRead = method === 'GET' || method === 'HEAD';
  const repository =
    host.findRepository(holder.region, name) ?? (isRead ? undefined : host.createOnPush(holder.region, name));
  if (repository === undefined) {
    throw new RegistryError('NAME_UNKNOWN', describeMissingRepository(name, host.account));
  }
  const refusal = host.findRefusal(holder, actionOf(route, method), name);
  if (refusal !== undefined) throw new RegistryError('DENIED', refusal);
  return repository;
}

/** The IAM action behind a request (ECR user guide, "IAM permissions for pushing an image" and "Private repository policies"). */
function actionOf(route: RepositoryRoute, method: string): string {
  switch (route.kind) {
    case 'uploads':
      return 'ecr:InitiateLayerUpload';
    case 'upload':
      return method === 'PUT' ? 'ecr:CompleteLayerUpload' : 'ecr:UploadLayerPart';
    case 'blob':
      return method === 'HEAD' ? 'ecr:BatchCheckLayerAvailability' : 'ecr:GetDownloadUrlForLayer';
    case 'manifest':
      if (method === 'PUT') return 'ecr:PutImage';
      return method === 'DELETE' ? 'ecr:BatchDeleteImage' : 'ecr:BatchGetImage';
    case 'tags':
      return 'ecr:ListImages';
    case 'referrers':
      return 'ecr:BatchGetImage';
  }
}

function refuse(host: RegistryHost, request: IncomingMessage, response: ServerResponse, error: RegistryError): void {
  if (response.headersSent) {
    response.destroy(error);
    return;
  }
  const body = formatErrorBody(error);
  const headers: Record<string, string | number> = { 'Content-Type': 'application/json; charset=utf-8' };
  if (error.status === 401) headers['WWW-Authenticate'] = `Basic realm="${host.endpoint}/",service="ecr.amazonaws.com"`;
  // A client that is still sending would take the next answer on this connection for its own.
  if (!request.readableEnded) request.resume();
  if (request.method === 'HEAD') headers['Content-Length'] = Buffer.byteLength(body);
  answer(response, error.status, headers, request.method === 'HEAD' ? '' : body);
}
