/**
 * Programs of a dozen instructions, written here so that nothing has to be pulled for them: one that ends at once, to find out whether this
 * machine runs a processor's programs, and one that waits for ever.
 *
 * The one that waits is the container that holds a task's network, so that its containers find each other at 127.0.0.1, and its ports stay while they come and
 * go: what ECS's agent does with its own pause image (networkMode awsvpc).
 */

type Task = 'wait' | 'end';

/** A processor's name as Docker gives it, its number in an ELF header, and the programs; the one that waits, when woken, waits again. */
const PROGRAMS: Readonly<Record<string, { readonly machine: number } & Readonly<Record<Task, readonly number[]>>>> = {
  amd64: {
    machine: 62,
    // mov eax, 34 (pause); syscall; jmp to the start
    wait: [0xb8, 0x22, 0, 0, 0, 0x0f, 0x05, 0xeb, 0xf7],
    // mov eax, 60 (exit); xor edi, edi; syscall
    end: [0xb8, 0x3c, 0, 0, 0, 0x31, 0xff, 0x0f, 0x05]
  },
  arm64: {
    machine: 183,
    // mov x0..x4, 0; mov x8, 73 (ppoll); svc 0; b to the start
    wait: toBytes(0xd2800000, 0xd2800001, 0xd2800002, 0xd2800003, 0xd2800004, 0xd2800928, 0xd4000001, 0x17fffff9),
    // mov x0, 0; mov x8, 93 (exit); svc 0
    end: toBytes(0xd2800000, 0xd2800ba8, 0xd4000001)
  }
};

function toBytes(...words: readonly number[]): readonly number[] {
  return words.flatMap(word => [word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff, word >>> 24]);
}

const ADDRESS = 0x400000;
const HEADERS = 64 + 56;

/**
 * A tar archive with the program that waits, or with the one that ends with 0 at once, as `/pause`, for `docker import`; undefined for a
 * processor that they are not written for.
 */
export function makePauseArchive(architecture: string, task: Task = 'wait'): Buffer | undefined {
  const program = PROGRAMS[architecture];
  return program === undefined ? undefined : archive('pause', makeExecutable(program.machine, program[task]));
}

/** An ELF-64 executable of one segment (System V ABI, "Object Files"). */
function makeExecutable(machine: number, code: readonly number[]): Buffer {
  const file = Buffer.alloc(HEADERS + code.length);
  file.write('\u007fELF', 0, 'latin1');
  file.set([2, 1, 1], 4);
  file.writeUInt16LE(2, 16);
  file.writeUInt16LE(machine, 18);
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(ADDRESS + HEADERS), 24);
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(64, 52);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt32LE(1, 64);
  file.writeUInt32LE(5, 68);
  file.writeBigUInt64LE(BigInt(ADDRESS), 80);
  file.writeBigUInt64LE(BigInt(ADDRESS), 88);
  file.writeBigUInt64LE(BigInt(file.length), 96);
  file.writeBigUInt64LE(BigInt(file.length), 104);
  file.writeBigUInt64LE(0x1000n, 112);
  file.set(code, HEADERS);
  return file;
}

/** A tar archive of one executable file (POSIX ustar). */
function archive(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, at: number, length: number): void =>
    void header.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  header.write(name, 0, 'latin1');
  octal(0o755, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(content.length, 124, 12);
  octal(0, 136, 12);
  header.write('        0', 148, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    148,
    7
  );
  header[155] = 0x20;
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
  return Buffer.concat([header, content, padding, Buffer.alloc(1024)]);
}
