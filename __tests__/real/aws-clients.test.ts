import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { startCloud } from '../../src/emulator/cloud.js';
import { MODULES } from '../../src/emulator/modules.js';

/** The operations that the built-in AWS claims, by service. */
const CLAIMED = Object.fromEntries(
  MODULES.flatMap(({ json = [], query = [] }) => [
    ...json.map(({ name, operations }) => [name, Object.keys(operations)] as const),
    ...query.map(({ name, operations }) => [name, Object.keys(operations)] as const)
  ])
);

/** Lists that are of one page in the stage, with the reason. */
const SINGLE = {
  'application-autoscaling describe_scalable_targets': 'nothing registers any',
  'application-autoscaling describe_scaling_policies': 'nothing puts any',
  'codedeploy list_application_revisions': 'API_ListApplicationRevisions has no size, and a page has 100',
  'codedeploy list_applications': 'the same of API_ListApplications',
  'codedeploy list_deployment_configs': 'the same of API_ListDeploymentConfigs',
  'codedeploy list_deployment_groups': 'the same of API_ListDeploymentGroups',
  'codedeploy list_deployment_targets': 'the same of API_ListDeploymentTargets, and a deployment of ECS has one target',
  'codedeploy list_deployments': 'the same of API_ListDeployments',
  'ecr describe_image_scan_findings': 'the scan finds nothing where no scenario says otherwise',
  'ecs list_attributes': 'attributes are of container instances, and there are none',
  'ecs list_container_instances': 'all tasks run on Fargate'
};

/** Runs a script beside this file against a built-in AWS of its own, sixty times as fast as the world; gives what it prints. */
async function runScript<T>(script: string): Promise<T> {
  const cloud = await startCloud({ scale: 60 });
  const path = fileURLToPath(new URL(script, import.meta.url));
  try {
    return await new Promise<T>((resolve, reject) => {
      const child = execFile('python3', [path, cloud.endpoint], { maxBuffer: 16e6 }, (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout) as T);
        else reject(new Error(`python3 with awscli and boto3 is needed; .ci/run installs it. ${stderr}`));
      });
      child.stdin?.end(JSON.stringify(CLAIMED));
    });
  } finally {
    await cloud.close();
  }
}

interface Reads {
  readonly answered: readonly string[];
  readonly refused: readonly string[];
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
}

interface Walks {
  readonly waited: readonly string[];
  readonly paged: readonly string[];
  readonly single: readonly string[];
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
}

describe('the built-in AWS', () => {
  it.concurrent(
    'answers the AWS CLI where it claims an operation, and refuses in AWS’s words where it does not',
    async () => {
      const { answered, refused, wrong, missing } = await runScript<Reads>('cli_reads.py');
      expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
      expect(answered.length).toBeGreaterThan(50);
      expect(refused.length).toBeGreaterThan(10);
    }
  );

  it.concurrent("ends boto3's waiters and turns the pages of its paginators", async () => {
    const { waited, paged, single, wrong, missing } = await runScript<Walks>('waits_and_pages.py');
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
    expect(waited.length).toBeGreaterThan(13);
    expect(paged.length).toBeGreaterThan(33);
    expect(single.toSorted()).toEqual(Object.keys(SINGLE).filter(name => paged.includes(name)));
  });
});
