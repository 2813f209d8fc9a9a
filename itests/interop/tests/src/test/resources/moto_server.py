"""Starts moto on a free port of the loopback interface, tells the port, and ends with its standard input."""
import os
import sys
import threading

from moto.moto_server.threaded_moto_server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
print(f"listening on {port}", flush=True)
sys.stdin.read()
os._exit(0)
