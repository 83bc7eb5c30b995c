import type { RunTaskDefinition } from './definition.js';

/** The capabilities that Docker gives to every container (https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities), and the one that Fargate takes. */
const HARMLESS = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
  'SYS_PTRACE'
]);

/** What of a task definition reaches beyond its containers, into this machine; undefined where nothing does. Pure. */
export function findHostAccess({ containerDefinitions = [], volumes = [] }: RunTaskDefinition): string | undefined {
  for (const { name = '', privileged, linuxParameters, image = '' } of containerDefinitions) {
    if (privileged === true) return `the container ${name} is privileged`;
    const added = (linuxParameters?.capabilities?.add ?? []).find(
      capability => !HARMLESS.has(capability.toUpperCase().replace(/^CAP_/, ''))
    );
    if (added !== undefined) return `the container ${name} wants the capability ${added}`;
    // On Docker's command line it would be a flag, and that may be any of these.
    if (image.startsWith('-')) return `the image of the container ${name} is named like a flag of Docker`;
  }
  const mounted = volumes.find(({ host }) => (host?.sourcePath ?? '') !== '');
  return mounted === undefined
    ? undefined
    : `its volume ${mounted.name ?? ''} is the folder ${mounted.host?.sourcePath ?? ''} of the machine`;
}
