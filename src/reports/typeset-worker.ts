import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Paper } from './typeset.ts'

// The thread of one paper: see typeset.ts.

const fonts = [
  import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-khmer/700Bold/NotoSansKhmer_700Bold.ttf'),
]
const fontBlobs = fonts.map(url => readFileSync(new URL(url)))

const { template, data, madeAt } = workerData as Paper
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
const mainFileContent = readFileSync(new URL(template, import.meta.url), 'utf8')
const compiled = compiler.compile({ mainFileContent, inputs: { data } })
if (!compiled.result) throw new Error(`The template ${template} is broken.`)
const pdf = Uint8Array.from(compiler.pdf(compiled.result, madeAt === undefined ? {} : { creationTimestamp: madeAt }))
// The cache belongs to the process, not to the thread.
compiler.evictCache(0)
parentPort?.postMessage(pdf, [pdf.buffer])
