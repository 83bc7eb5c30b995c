import { describe, expect, it } from '@jest/globals';

import { checkBuildspec } from '../../src/pipeline/buildspec-check/check.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { read } from './check-cases.js';
import { PROJECTS } from './projects.js';

describe('the buildspecs that Slipway writes', () => {
  for (const { name, read: readProject, options } of PROJECTS) {
    it(`have none of the known mistakes: ${name}`, async () => {
      const project = await readProject();
      const [buildspec] = renderBuildspec(project, options);
      const findings = checkBuildspec(read(buildspec?.text ?? ''), {});
      // Registries of other accounts are said in the settings, and so they are written in.
      const foreign =
        project.config.registries.length > 0 ||
        project.config.images.some(image => image.kind === 'existing' || image.build.cacheTo.length > 0);
      const expected = foreign ? ['hard-coded-account', 'hard-coded-region'] : [];
      expect(findings.filter(({ code }) => !expected.includes(code))).toEqual([]);
    });
  }
});
