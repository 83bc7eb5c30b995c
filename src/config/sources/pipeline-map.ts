import { nearestName } from '../../text/suggest.js';
import { entriesOf, isRecord } from '../../text/record.js';
import { listNames, quote, showValue } from '../../text/format.js';
import { WRONG_TYPE } from '../../text/shape-rules.js';
import { UNKNOWN_SETTING } from '../setting-rules.js';
import { partOf, type Data, type ReportProblem } from './source-value.js';

/** The key of `slipway.yml` under which the pipeline is described. No run reads it: `slipway generate pipeline` does. */
export const PIPELINE_KEY = 'pipeline';

/** What it may say. As a flag of `slipway generate`, each has the same name. */
export const PIPELINE_SETTINGS = {
  deploy:
    "Who deploys in the pipeline: `aws` (CodePipeline's own action) or `slipway` (a CodeBuild project that runs `slipway deploy`).",
  slipway:
    "The version that `deploy: slipway` runs, with its hash: `1.2.3#sha512-…` (npm's integrity), or an archive's `https://…#sha256:…`."
} as const;

export type PipelineSettings = Readonly<Partial<Record<keyof typeof PIPELINE_SETTINGS, string>>>;

/** Reads the map `pipeline` at the top of a settings file; what the values mean is the generator's to say. */
export function readPipelineMap(file: Data, report: ReportProblem): PipelineSettings {
  const value = isRecord(file.value) ? file.value[PIPELINE_KEY] : undefined;
  if (value === undefined || value === null) return {};
  const part = partOf(file, PIPELINE_KEY, value);
  if (!isRecord(value)) {
    const what = `expected settings of the pipeline (name: value), got ${showValue(value)}.`;
    report({ code: WRONG_TYPE.name, place: part.place([]), what, next: '' });
    return {};
  }
  const names = Object.keys(PIPELINE_SETTINGS);
  return Object.fromEntries(
    entriesOf(value).flatMap(([name, text]) => {
      const { place } = partOf(part, name, text);
      if (!names.includes(name)) {
        const near = nearestName(name, names);
        const next = near === undefined ? `There are ${listNames(names)}.` : `Did you mean ${near}?`;
        report({ code: UNKNOWN_SETTING.name, place: place([]), what: `Unknown setting ${quote(name)}.`, next });
        return [];
      }
      if (typeof text === 'string') return text === '' ? [] : [[name, text] as const];
      report({ code: WRONG_TYPE.name, place: place([]), what: `expected a string, got ${showValue(text)}.`, next: '' });
      return [];
    })
  );
}
