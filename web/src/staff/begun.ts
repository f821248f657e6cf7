// Where uploads that are not finished lie, kept in this browser under a hash: to go on with when the same file is chosen again.
interface Begun { size: number | null; metadata: Record<string, string>; creationTime: string; urlStorageKey: string; uploadUrl: string | null; parallelUploadUrls: string[] | null }
interface Kept { at: number; url: string }

// A day longer than the app keeps what is not finished.
const keptFor = 8 * 24 * 60 * 60 * 1000;
const prefix = "upload-";

/** Before its time was noted an address alone was kept: that counts from when it is first met. */
function kept(key: string): Kept | null {
  const stored = localStorage.getItem(key);
  if (!stored)
    return null;
  const [at, url] = stored.split(" ");
  return url ? { at: Number(at), url } : { at: Number.NaN, url: stored };
}

/** What the app has no more is not kept here either. */
export function dropOld(): void {
  for (const key of Object.keys(localStorage).filter(each => each.startsWith(prefix))) {
    const { at, url } = kept(key) ?? { at: 0, url: "" };
    if (Number.isNaN(at))
      localStorage.setItem(key, `${Date.now()} ${url}`);
    else if (Date.now() - at > keptFor)
      localStorage.removeItem(key);
  }
}

export const begunUploads = {
  findAllUploads: async (): Promise<Begun[]> => [],
  findUploadsByFingerprint: async (fingerprint: string): Promise<Begun[]> => {
    const found = kept(fingerprint);
    return found ? [{ size: null, metadata: {}, creationTime: "", urlStorageKey: fingerprint, uploadUrl: found.url, parallelUploadUrls: null }] : [];
  },
  removeUpload: async (key: string): Promise<void> => localStorage.removeItem(key),
  addUpload: async (fingerprint: string, upload: { uploadUrl?: string | null }): Promise<string> => {
    if (upload.uploadUrl)
      localStorage.setItem(fingerprint, `${kept(fingerprint)?.at || Date.now()} ${upload.uploadUrl}`);
    return fingerprint;
  },
};
