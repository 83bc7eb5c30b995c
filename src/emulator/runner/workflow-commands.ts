/** What one line of a step's output means to a person: a group's title or end, text, or nothing to show. */
interface ShownLine {
  readonly kind: 'title' | 'end' | 'text' | 'warning' | 'error' | 'hidden';
  readonly text: string;
}

const SHOWN: Readonly<Record<string, ShownLine['kind']>> = {
  group: 'title',
  endgroup: 'end',
  warning: 'warning',
  error: 'error',
  notice: 'text'
};

/**
 * Reads a line as GitHub's runner does: workflow commands (`::group::Build`, `::error file=a.json,line=3::…`) are carried out, all else is text.
 * Source: GitHub's documentation, "Workflow commands for GitHub Actions".
 */
export function readCommandLine(line: string): ShownLine {
  const command = /^::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
  if (command === null) return { kind: 'text', text: line };
  const [, name = '', properties = '', data = ''] = command;
  const kind = SHOWN[name];
  if (kind === undefined) return { kind: 'hidden', text: '' };
  const place = describePlace(properties);
  return { kind, text: place === '' ? unescapeData(data) : `${place} ${unescapeData(data)}` };
}

function describePlace(properties: string): string {
  const values = new Map(
    properties.split(',').map(entry => {
      const at = entry.indexOf('=');
      return [entry.slice(0, at), unescapeData(entry.slice(at + 1))] as const;
    })
  );
  const file = values.get('file');
  if (file === undefined) return '';
  return `${[file, values.get('line'), values.get('col')].filter(part => part !== undefined).join(':')}:`;
}

function unescapeData(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
