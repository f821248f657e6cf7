// Who is here: by one click on a machine of one's own, by Entra ID elsewhere.
import type { Begin, Token } from "./api";

export interface Account { name: string; roles: string[]; token: Token; leave: () => Promise<void> }

const keptToken = "local-token";

const claims = (token: string): { name?: string; roles?: string[] } =>
  JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(token.split(".")[1]!.replaceAll("-", "+").replaceAll("_", "/")), sign => sign.charCodeAt(0))));

const local = (token: string): Account => ({
  name: claims(token).name ?? "", roles: claims(token).roles ?? [], token: async () => token,
  leave: async () => { sessionStorage.removeItem(keptToken); location.assign("/staff"); },
});

/** Who signed in before, in this tab; null where nobody did. */
export async function found(begin: Begin): Promise<Account | null> {
  if (begin.signIn === "entra")
    return await (await import("./entra")).found(begin);
  const token = sessionStorage.getItem(keptToken);
  // The keys of the local host are as old as its process.
  return token && (await fetch("/api/health", { headers: { Authorization: `Bearer ${token}` } }).then(answer => answer.json())).sweep ? local(token) : null;
}

export async function enter(begin: Begin, roles: string[]): Promise<Account | null> {
  if (begin.signIn === "entra")
    return await (await import("./entra")).enter(begin);
  const answer = await fetch("/local/token", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ roles }) });
  const { accessToken } = await answer.json();
  sessionStorage.setItem(keptToken, accessToken);
  return local(accessToken);
}
