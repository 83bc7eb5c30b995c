import type { JobTimeline, Timeline } from '../../timeline.js';

type Stage = 'waiting' | 'building' | 'resting' | 'pushing';

/**
 * What BuildKit says when it begins to push, with the plain progress that it shows where no person watches: `#12 pushing layers`. What it does
 * after that, as exporting a cache, counts as part of the push.
 */
const PUSHING = /^#\d+ pushing (layers|manifest)\b/;

/** One image on its way, as the timeline gets it. */
export interface ImageStages {
  build(): void;
  /** It waits for the others, or nothing more will be done with it. */
  rest(): void;
  push(): void;
  /** A line of a builder that pushes by itself: the build ends where it says that it pushes. One that never says so only builds. */
  read(line: string): void;
}

/**
 * Notes when each image is built and pushed. The job builds as long as one image is still to be built, and pushes from then on. Of a single
 * image, its stretches are the job's.
 *
 * @param names as `shop/app:1.2`
 * @returns the stages of each image, in their order
 */
export function followImages(names: readonly string[], timeline: JobTimeline): readonly ImageStages[] {
  const stages: Stage[] = names.map(() => 'waiting');
  const tellJob = (): void => {
    if (stages.some(stage => stage === 'waiting' || stage === 'building')) timeline.enter('build');
    else if (stages.includes('pushing')) timeline.enter('push');
  };
  return names.map((name, index) => {
    const own: Timeline | undefined = names.length > 1 ? timeline.addImage(name) : undefined;
    const enter = (stage: Stage): void => {
      stages[index] = stage;
      if (stage === 'building') own?.enter('build');
      else if (stage === 'pushing') own?.enter('push');
      else own?.leave();
      tellJob();
    };
    return {
      build: () => enter('building'),
      rest: () => enter('resting'),
      push: () => enter('pushing'),
      read: line => {
        if (stages[index] === 'building' && PUSHING.test(line)) enter('pushing');
      }
    };
  });
}
