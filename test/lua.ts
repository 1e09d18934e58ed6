import { lauxlib, lua, lualib, to_luastring } from 'fengari';

/** Runs a Lua script that reads the global `obj`; gives the texts that the table it returns has under these names. */
export function runLua<Name extends string>(
  script: string,
  obj: unknown,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const state = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(state);
  push(state, obj);
  lua.lua_setglobal(state, to_luastring('obj'));
  const failed =
    lauxlib.luaL_loadstring(state, to_luastring(script)) !== lua.LUA_OK || lua.lua_pcall(state, 0, 1, 0) !== lua.LUA_OK;
  if (failed) throw new Error(`the script fails: ${lua.lua_tojsstring(state, -1)}`);
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    if (lua.lua_getfield(state, 1, to_luastring(name)) !== lua.LUA_TNIL) found[name] = lua.lua_tojsstring(state, -1);
  }
  return found;
}

// --- internal ---

function push(state: object, value: unknown): void {
  if (typeof value === 'string') lua.lua_pushstring(state, to_luastring(value));
  else if (typeof value === 'number') lua.lua_pushnumber(state, value);
  else if (typeof value === 'boolean') lua.lua_pushboolean(state, value);
  else if (typeof value === 'object' && value !== null) pushTable(state, value);
  else lua.lua_pushnil(state);
}

function pushTable(state: object, value: object): void {
  lua.lua_newtable(state);
  for (const [name, item] of Object.entries(value)) {
    push(state, item);
    // Lua counts from one.
    if (Array.isArray(value)) lua.lua_seti(state, -2, Number(name) + 1);
    else lua.lua_setfield(state, -2, to_luastring(name));
  }
}
