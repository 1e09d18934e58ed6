/* As much of fengari, a Lua in JavaScript, as the tests use. */
declare module 'fengari' {
  type State = object;
  type LuaString = Uint8Array;
  export const to_luastring: (text: string) => LuaString;
  export const lauxlib: {
    luaL_newstate(): State;
    luaL_loadstring(state: State, script: LuaString): number;
  };
  export const lualib: { luaL_openlibs(state: State): void };
  export const lua: {
    readonly LUA_OK: number;
    readonly LUA_TNIL: number;
    lua_pcall(state: State, inputs: number, outputs: number, handler: number): number;
    lua_setglobal(state: State, name: LuaString): void;
    lua_getfield(state: State, index: number, name: LuaString): number;
    lua_setfield(state: State, index: number, name: LuaString): void;
    lua_seti(state: State, index: number, at: number): void;
    lua_newtable(state: State): void;
    lua_pushnil(state: State): void;
    lua_pushboolean(state: State, value: boolean): void;
    lua_pushnumber(state: State, value: number): void;
    lua_pushstring(state: State, value: LuaString): void;
    lua_tojsstring(state: State, index: number): string;
  };
}
