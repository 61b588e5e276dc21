// node scripts/complete-lock.mjs: after `npm install` changed package-lock.json against a registry that does not carry
// every platform's optional packages (a mirror), npm leaves those out of the lock and `npm ci` then refuses the lock.
// This writes them back as what they are: optional, for another platform, without a checksum nobody here could look up.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './ground.mjs'

const platforms = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix']
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']
const libraries = { gnu: 'glibc', musl: 'musl', gnueabihf: 'glibc', musleabihf: 'musl' }

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []

for (const [path, { optionalDependencies, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies ?? {})) {
    if (isThere(path, name)) continue
    const marks = name.split('/').at(-1).split('-')
    const os = marks.filter(mark => platforms.includes(mark))
    const cpu = marks.filter(mark => processors.includes(mark))
    const libc = marks.flatMap(mark => libraries[mark] ?? [])
    if (os.length === 0 && cpu.length === 0)
      throw new Error(`${name} of ${path} names no platform: look at it yourself`)
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(dev === true ? { dev } : {}),
      ...(libc.length > 0 ? { libc } : {}),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
    }
    added.push(name)
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
say(added.length === 0 ? 'package-lock.json is complete.' : `Added to package-lock.json: ${added.join(', ')}`)

function isThere(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true
    if (folder === '') return false
  }
}
