/** The names of the files that a run writes into `artifacts-directory`. CodePipeline fixes `imageDetail.json`; the others are its defaults or ours. */
export const ARTIFACT_NAMES = {
  imageDefinitions: 'imagedefinitions.json',
  imageDetail: 'imageDetail.json',
  taskDefinition: 'taskdefinition.json',
  appspec: 'appspec.yml'
} as const;

/** Where the files were written; undefined: there was nothing to write into it. */
export type ArtifactPaths = { readonly directory: string } & {
  readonly [Name in keyof typeof ARTIFACT_NAMES]: string | undefined;
};
