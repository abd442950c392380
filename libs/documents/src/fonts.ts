import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The faces documents are printed in: serif for the words of the law, sans for headings, tables and figures. */
export type Face = 'serif' | 'sans' | 'sansBold';

interface FaceFile {
  /** The name the font itself bears; the renderer finds it again by it. */
  readonly postscriptName: string;
  /** As a fault names it. */
  readonly label: string;
  readonly module: string;
}

export const FACES: Readonly<Record<Face, FaceFile>> = {
  serif: {
    postscriptName: 'NotoSerifSC-Regular',
    label: 'Noto Serif SC',
    module: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  },
  sans: {
    postscriptName: 'NotoSansSC-Regular',
    label: 'Noto Sans SC',
    module: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  },
  sansBold: {
    postscriptName: 'NotoSansSC-Bold',
    label: 'Noto Sans SC Bold',
    module: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
};

const files = new Map<string, Buffer>();

/** The bytes of a face by its PostScript name, read once in a process; null for a name that is none of ours. */
export function fontFile(postscriptName: string): Buffer | null {
  const known = files.get(postscriptName);
  if (known) return known;
  const face = Object.values(FACES).find((face) => face.postscriptName === postscriptName);
  if (!face) return null;
  const bytes = readFileSync(createRequire(import.meta.url).resolve(face.module));
  files.set(postscriptName, bytes);
  return bytes;
}
