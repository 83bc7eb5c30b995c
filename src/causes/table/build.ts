import type { Cause } from '../cause.js';
import type { Stage } from '../stage.js';
import { PAGES } from './pages.js';

const ANY: readonly Stage[] = ['build-step', 'docker', 'push', 'context', 'base-image', 'docker-login', 'build'];
const BUILD: readonly Stage[] = ['base-image', 'build', 'context', 'docker'];

/** What Docker and BuildKit refuse by themselves: the engine, the builder and the Dockerfile's steps. */
export const BUILD_CAUSES: readonly Cause[] = [
  {
    id: 'docker-exec-format',
    class: 'exec-format',
    deterministic: true,
    what: 'a step of the build is for a processor that this machine cannot run (exec format error)',
    advice:
      'Set up QEMU before this step (docker/setup-qemu-action), or build for the platform of this machine (platforms).',
    source: PAGES.multiPlatform,
    message: 'exec format error',
    signs: [{ stage: ANY, reason: 'exec-format' }]
  },
  {
    id: 'docker-disk-full',
    class: 'other',
    deterministic: false,
    fault: 'user',
    what: 'the disk of the machine that builds is full',
    advice: 'Free space on it, for example with "docker system prune", or make the image smaller.',
    source: PAGES.dockerfile,
    message: 'no space left on device',
    signs: [{ stage: ANY, reason: 'disk-full' }]
  },
  {
    id: 'build-out-of-memory',
    class: 'out-of-memory',
    deterministic: 'unknown',
    fault: 'user',
    what: 'a step of the build was killed, as happens where the machine has too little memory',
    advice: 'Build on a larger machine, or make the step use less memory.',
    source: PAGES.dockerfile,
    message: 'did not complete successfully: exit code: 137',
    signs: [
      {
        stage: 'build-step',
        words: /(?:exit code: ?|non-zero code: )137\b|out of memory|signal: killed|cannot allocate memory/i
      },
      { stage: ANY, words: /cannot allocate memory|ResourceExhausted.*memory/i }
    ]
  },
  {
    id: 'build-step',
    class: 'exit-code',
    deterministic: true,
    what: 'a step of the Dockerfile failed: {command|a RUN}',
    advice: "Read the step's own output above.",
    source: PAGES.dockerfile,
    message: 'did not complete successfully: exit code: 1',
    signs: [{ stage: 'build-step' }]
  },
  {
    id: 'docker-permission',
    class: 'other',
    deterministic: true,
    what: "this user may not talk to Docker's socket",
    advice: "Let this user talk to Docker's socket, for example by the group docker.",
    source: PAGES.dockerInstall,
    message: 'permission denied while trying to connect',
    signs: [
      {
        stage: ANY,
        words:
          /permission denied while trying to connect|docker\.sock.*permission denied|permission denied.*docker\.sock/i
      }
    ]
  },
  {
    id: 'docker-daemon',
    class: 'other',
    deterministic: true,
    what: 'no Docker engine answers',
    advice: 'Start Docker; in CodeBuild, set the privileged mode of the project.',
    source: PAGES.dockerInstall,
    message: 'Cannot connect to the Docker daemon',
    signs: [
      {
        stage: ANY,
        words:
          /cannot connect to the docker daemon|is the docker daemon running|error during connect|failed to connect to the docker api/i
      }
    ]
  },
  {
    id: 'docker-builder',
    class: 'other',
    deterministic: true,
    what: 'the builder in use cannot do what is asked for',
    advice:
      'Use a builder with the driver docker-container (docker/setup-buildx-action makes one), or turn on the containerd image store.',
    source: PAGES.multiPlatform,
    message: 'Multi-platform build is not supported for the docker driver',
    signs: [{ stage: ANY, words: /not supported for the docker driver|switch to a different driver|different driver/i }]
  },
  {
    id: 'builder-missing',
    class: 'other',
    deterministic: true,
    what: 'the builder or a flag that is named does not exist in this version of Docker',
    advice: 'Correct build-options, or install a newer Docker with buildx.',
    source: PAGES.multiPlatform,
    message: 'no builder "…" found, unknown flag',
    signs: [
      {
        stage: ANY,
        words: /no builder|unknown (?:shorthand )?flag|is not a docker command|buildx component is missing/i
      }
    ]
  },
  {
    id: 'docker-platform',
    class: 'image-platform',
    deterministic: true,
    what: 'the base image is not built for the platform that is asked for{platform: (%)}',
    advice:
      'Build for a platform that the base image has and this machine can run (platforms), with QEMU set up where they differ.',
    source: PAGES.multiPlatform,
    message: 'no match for platform in manifest',
    signs: [{ stage: ANY, reason: 'platform' }]
  },
  {
    id: 'dockerfile',
    class: 'other',
    deterministic: true,
    what: 'the Dockerfile or its target cannot be read',
    advice: 'Check the Dockerfile, and the settings dockerfile and target.',
    source: PAGES.dockerfile,
    message: 'failed to read dockerfile, target stage … could not be found',
    signs: [
      {
        stage: ANY,
        words:
          /failed to read dockerfile|cannot locate specified dockerfile|dockerfile parse error|unknown instruction|target stage .*not be found|failed to reach build target|dockerfile cannot be empty|no build stage|failed to process|base name .* should not be blank|circular dependency/i
      }
    ]
  },
  {
    id: 'platform-invalid',
    class: 'other',
    deterministic: true,
    what: 'a platform is not written as os/arch',
    advice: 'Correct platforms, and --platform in the Dockerfile: linux/amd64 or linux/arm64.',
    source: PAGES.multiPlatform,
    message: 'failed to parse platform',
    signs: [
      { stage: ANY, words: /failed to parse platform|platform specifier|unknown operating system or architecture/i }
    ]
  },
  {
    id: 'build-context',
    class: 'other',
    deterministic: true,
    what: 'a file that the Dockerfile copies is not in the build context{file: (%)}',
    advice: 'Check that the file is in the build context and not left out by .dockerignore.',
    source: PAGES.buildContext,
    message: 'failed to compute cache key',
    signs: [
      { stage: 'context' },
      {
        stage: BUILD,
        words: /unable to prepare context|path <name> not found|lstat .*no such file|forbidden path outside/i
      }
    ]
  },
  {
    id: 'build-secret-missing',
    class: 'other',
    deterministic: true,
    what: 'the Dockerfile asks for a secret or SSH key that the build is not given',
    advice: 'Set build-secrets or ssh with that id.',
    source: PAGES.dockerfile,
    message: 'secret … not found, unset ssh forward key',
    signs: [{ stage: BUILD, words: /\bsecret .*not found|ssh forward|ssh-agent|invalid empty ssh/i }]
  }
];
