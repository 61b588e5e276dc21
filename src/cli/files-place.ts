import { join } from 'node:path'
import type { FileStore } from '#register/file-store.ts'
import { folderFiles } from '#register/folder-files.ts'
import { s3Files } from '#register/s3-files.ts'
import { s3Settings } from '#register/s3-settings.ts'

/** Where the sealed files of an installation lie: at the S3 store that the environment names, else in the data folder. */
export function filesPlace(dataDir: string, environment: NodeJS.ProcessEnv = process.env): FileStore {
  const s3 = s3Settings(environment)
  return s3 ? s3Files(s3) : filesFolder(dataDir)
}

export const filesFolder = (dataDir: string): FileStore => folderFiles(join(dataDir, 'files'))
