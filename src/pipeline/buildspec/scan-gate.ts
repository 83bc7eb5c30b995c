import { STATUSES_WITHOUT_RESULTS, stoppingAt } from '../../image/scan/scan-findings.js';
import type { ScanSeverity } from '../../text/scan-severity.js';
import { quoteWord } from '../../text/shell.js';
import { MANIFEST_TYPES, nameRepository } from './ecr.js';
import { listBuilds, type ShellExisting, type ShellImage } from './images.js';
import type { Step } from './yaml.js';

/** So many looks, with so many seconds between them: ten minutes, as long as a run of the Action waits. */
const MAX_POLLS = 120;
const SECONDS = 5;
/** DescribeImageScanFindings gives no more at once. */
const PAGE = 1000;
/** So many findings of an image are named. */
const NAMED = 5;

/**
 * Waits for ECR's scan of every image and fails where one found something of the gate's severity or worse; nothing where no gate is set. What
 * passes is what passes in a run of the Action: what cannot be known does not, and images outside of ECR are told and not held up.
 */
export function passScanGate(images: readonly ShellImage[], gate: ScanSeverity | undefined): readonly Step[] {
  if (gate === undefined || images.length === 0) return [];
  const built = listBuilds(images).map(({ image, variables }) =>
    look(`"$${variables.image}"`, `imageDigest="$${variables.digest}"`, nameRepository(image))
  );
  const existing = images.flatMap(image => (image.kind === 'existing' ? describeExisting(image) : []));
  const looks = [...new Set([...built, ...existing])];
  const grades = stoppingAt(gate);
  const worst = grades.length === 1 ? gate : `${grades.slice(0, -1).join(', ')} or ${gate}`;
  const calls =
    looks.length === 1 ? looks : ['PASSED=yes', ...looks.map(one => `${one} || PASSED=no`), '[ $PASSED = yes ]'];
  return [
    {
      comment: [
        `scan-gate: ${gate}. ECR's scan of every image is waited for, and nothing that is ${worst} may be in it.`,
        'What the scan does not tell does not pass.'
      ],
      script: [passScanFunction(gate, grades), passScansFunction(), ...calls].join('\n')
    }
  ];
}

function look(name: string, id: string, where: string): string {
  return `pass_scans ${name} ${id} ${where}`;
}

function describeExisting({ image, ecr }: ShellExisting): string {
  const name = quoteWord(image.image) ?? '';
  if (ecr === undefined) return `echo ${name} is not in a private registry of ECR: scan-gate does not look at it.`;
  const where = `--repository-name ${ecr.repository} --registry-id ${ecr.account} --region ${ecr.region}`;
  return look(name, ecr.id, where);
}

/** Counts come from ECR, where it does not tell them from the findings; Amazon Inspector says COMPLETE or ACTIVE before it has either. */
function passScanFunction(gate: ScanSeverity, grades: readonly ScanSeverity[]): string {
  const findings = 'imageScanFindings.[findings,enhancedFindings][]';
  const counts = 'imageScanFindings.findingSeverityCounts';
  const results = `${counts},imageScanFindings.imageScanCompletedAt,${findings}|[0]`;
  const query = `[imageScanStatus.status,type(not_null(${results})),to_string(not_null(${counts},${findings}.severity)),imageScanStatus.description]`;
  const sorted = grades.map(grade => `[?severity=='${grade}']`).join(',');
  const worst = `${findings}|[${sorted}][].[severity,name||title]|[:${NAMED}]`;
  return `pass_scan() {
  local image="$1" scan status results found description asked
  local stops='"(${grades.join('|')})"(:[1-9]|,|])'
  shift
  for _ in {1..${MAX_POLLS}}; do
    if scan="$(aws ecr describe-image-scan-findings "$@" --no-paginate --max-results ${PAGE} --query "${query}" --output text 2>&1)"; then
      read -r status results found description <<< "$scan"
      case "$status $results" in
        "COMPLETE null" | "ACTIVE null") ;;
        COMPLETE* | ACTIVE*)
          echo "$image: ECR's scan found $found."
          [[ $found =~ $stops ]] || return 0
          echo "scan-gate is ${gate}. The worst of them:"
          aws ecr describe-image-scan-findings "$@" --no-paginate --max-results ${PAGE} --query "${worst}" --output text
          return 1
          ;;
        ${STATUSES_WITHOUT_RESULTS.map(status => `${status}*`).join(' | ')})
          echo "$image cannot pass scan-gate: ECR says $status ($description)."
          return 1
          ;;
      esac
    elif [[ $scan != *ScanNotFoundException* ]]; then
      echo "$scan"
      return 1
    elif [ -z "$asked" ]; then
      # Scan on push is off, or has not begun. Where Amazon Inspector scans, it begins by itself.
      asked=yes
      if ! scan="$(aws ecr start-image-scan "$@" 2>&1)" && [[ $scan != *LimitExceededException* && $scan != *ValidationException* ]]; then
        echo "$scan"
        return 1
      fi
    fi
    sleep ${SECONDS}
  done
  echo "$image cannot pass scan-gate: after ${(MAX_POLLS * SECONDS) / 60} minutes ECR has no results of its scan."
  return 1
}`;
}

/** A scan is of an image for one platform. An index of several has none of its own, and may list records of their origin (os: unknown) and artifacts. */
function passScansFunction(): string {
  return `pass_scans() {
  local image="$1" id="$2" answer digests item passed=yes
  shift 2
  answer="$(aws ecr batch-get-image "$@" --image-ids "$id" --accepted-media-types ${MANIFEST_TYPES.join(' ')} --query 'images[0].[imageId.imageDigest,imageManifest]' --output text)" || return
  digests="\${answer%%[[:space:]]*}"
  answer="\${answer//[[:space:]]/}"
  if [[ $answer == *'"manifests":['* ]]; then
    digests=
    answer="\${answer#*\\"manifests\\":[}"
    while read -r item; do
      if [[ $item == *'"artifactType":'* && $item != *'"platform":'* ]]; then continue; fi
      if [[ $item != *'"os":"unknown"'* && $item =~ \\"digest\\":\\"(sha256:[0-9a-f]{64})\\" ]]; then digests+=" \${BASH_REMATCH[1]}"; fi
    done <<< "\${answer//\\},\\{/$'\\n'}"
  fi
  for item in $digests; do
    pass_scan "$image" "$@" --image-id "imageDigest=$item" || passed=no
  done
  [ -n "$digests" ] && [ $passed = yes ]
}`;
}
