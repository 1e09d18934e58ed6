"""Runs a program in a network namespace that has only its own loopback interface, and joins it to the outside.

usage: unshare --net enclosed.py PORT=SOCKET|SOCKET=PORT... -- PROGRAM ARGUMENT...

PORT=SOCKET: who connects to the port in here reaches the Unix socket, which another process serves outside.
SOCKET=PORT: who connects to the Unix socket outside reaches the port in here.
What binds all interfaces, as the operator's webhook and its pods do, finds none in here but this one.
"""

import asyncio
import fcntl
import socket
import struct
import sys

SIOCSIFFLAGS, IFF_UP = 0x8914, 0x1  # netdevice(7)


async def main(pairs, program):
    loopback_up()
    servers = [await served(*pair.split("=")) for pair in pairs]
    child = await asyncio.create_subprocess_exec("setpriv", "--pdeathsig", "KILL", "--", *program)
    status = await child.wait()
    for server in servers:
        server.close()
    return status


def served(near, far):
    if near.isdecimal():
        return asyncio.start_server(joined_to(lambda: asyncio.open_unix_connection(far)), "127.0.0.1", int(near))
    return asyncio.start_unix_server(joined_to(lambda: asyncio.open_connection("127.0.0.1", int(far))), near)


def loopback_up():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))


def joined_to(connect):
    async def join(reader, writer):
        try:
            far_reader, far_writer = await connect()
        except OSError:
            writer.close()
            return
        await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))

    return join


async def pump(reader, writer):
    try:
        while chunk := await reader.read(65536):
            writer.write(chunk)
            await writer.drain()
    except ConnectionError:
        pass  # the other side closed; so does this one
    finally:
        writer.close()


if __name__ == "__main__":
    split = sys.argv.index("--")
    sys.exit(asyncio.run(main(sys.argv[1:split], sys.argv[split + 1 :])))
