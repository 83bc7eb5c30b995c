import { expect, it } from '@jest/globals';
import { renderImageDefinitions, renderImageDetail } from '../../src/artifacts/image-definitions.js';
import { SlipwayError } from '../../src/errors.js';

it('imagedefinitions.json', () => {
  const entries = [
    { name: 'app', imageUri: 'shop/app:1' },
    { name: 'nginx', imageUri: 'shop/nginx:1' }
  ];
  expect(renderImageDefinitions(entries)).toBe(
    '[\n  {\n    "name": "app",\n    "imageUri": "shop/app:1"\n  },\n  {\n    "name": "nginx",\n    "imageUri": "shop/nginx:1"\n  }\n]\n'
  );
  expect(renderImageDefinitions([])).toBe('[]\n');
});

it('imagedefinitions.json above the limit of CodePipeline', () => {
  const entry = (length: number): { name: string; imageUri: string }[] => [
    { name: 'app', imageUri: 'x'.repeat(length) }
  ];
  const frame = renderImageDefinitions(entry(0)).length;
  expect(renderImageDefinitions(entry(102_400 - frame))).toHaveLength(102_400);
  expect(() => renderImageDefinitions(entry(102_401 - frame))).toThrow(SlipwayError);
});

it('imageDetail.json', () => {
  expect(renderImageDetail('shop/app@sha256:0')).toBe('{\n  "ImageURI": "shop/app@sha256:0"\n}\n');
});
